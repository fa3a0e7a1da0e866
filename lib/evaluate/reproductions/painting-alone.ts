import { outlineInput } from '@/lib/images/network-input';
import { straightened } from '@/lib/images/straighten';
import { openOutlineNetwork } from '@/lib/vision/node/outline';
import { type OutlineNetwork } from '@/lib/vision/outline/outline-network';

let network: Promise<OutlineNetwork> | null = null;

/** The painting that a photograph shows, straightened, as an upload of it is embedded; else the picture itself. */
export async function paintingAlone(bytes: Buffer): Promise<Buffer> {
  network ??= openOutlineNetwork(process.cwd());
  const outline = await (await network).find(await outlineInput(bytes));
  return outline === null ? bytes : straightened(bytes, outline.corners);
}
