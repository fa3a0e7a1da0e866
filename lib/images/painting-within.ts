import { type Outline } from '@/lib/vision/outline/outline';
import { type Pixels } from '@/lib/vision/pixels';
import { outlineInput } from './network-input';
import { straightened } from './straighten';

/**
 * The painting that a photograph shows, straightened, as a PNG; null where `find` sees nothing but a painting.
 * @param find the outline network, in this process or in another
 * @throws Problem as {@link straightened}
 */
export async function paintingWithin(
  bytes: Uint8Array,
  find: (picture: Pixels) => Promise<Outline | null>,
): Promise<Buffer | null> {
  const outline = await find(await outlineInput(bytes));
  return outline && straightened(bytes, outline.corners);
}
