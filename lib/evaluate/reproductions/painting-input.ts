import { networkInput, networkInputOf, outlineInput } from '@/lib/images/network-input';
import { straightened } from '@/lib/images/straighten';
import { openOutlineNetwork } from '@/lib/vision/node/outline';
import { type OutlineNetwork } from '@/lib/vision/outline/outline-network';
import { type Pixels } from '@/lib/vision/pixels';
import { type View } from '@/lib/vision/view';

let network: Promise<OutlineNetwork> | null = null;

/** What the network is shown of an upload: the painting that a photograph shows, straightened; else the picture itself. */
export async function paintingInput(bytes: Buffer, view: View): Promise<Pixels> {
  network ??= openOutlineNetwork(process.cwd());
  const opened = await network;
  const outline = await opened.find(await outlineInput(bytes));
  return outline
    ? networkInputOf(await straightened(bytes, outline.corners), view)
    : networkInput(bytes, view);
}
