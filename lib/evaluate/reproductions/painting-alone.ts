import { paintingWithin } from '@/lib/images/painting-within';
import { openOutlineNetwork } from '@/lib/vision/node/outline';
import { type OutlineNetwork } from '@/lib/vision/outline/outline-network';

let network: Promise<OutlineNetwork> | null = null;

/** The painting that a photograph shows, straightened, as an upload of it is embedded; else the picture itself. */
export async function paintingAlone(bytes: Buffer): Promise<Buffer> {
  network ??= openOutlineNetwork(process.cwd());
  const opened = await network;
  return (await paintingWithin(bytes, (picture) => opened.find(picture))) ?? bytes;
}
