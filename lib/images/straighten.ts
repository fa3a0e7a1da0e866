import sharp from 'sharp';
import { type Corners, type Point } from '@/lib/vision/outline/corners';
import { fromUnitSquare } from '@/lib/vision/outline/homography';
import { type Pixels } from '@/lib/vision/pixels';
import { type Size } from '@/lib/vision/view';
import { openPicture } from './decoding';

/** Enough for every view of a network, and for a page. */
const sideMax = 1280;

/**
 * What lies within four corners of a picture, seen from in front. Its proportions are those of the mean lengths of
 * opposite sides, which is close where the camera stood not too far to a side.
 * @param bytes untrusted bytes, or a stored picture
 * @returns a PNG, its long side at most 1,280 pixels
 * @throws Problem as {@link openPicture}
 */
export async function straightened(bytes: Uint8Array, corners: Corners): Promise<Buffer> {
  const picture = await openPicture(bytes);
  const scaledBy = Math.min(1, (1.5 * sideMax) / Math.max(picture.width, picture.height));
  const source = await picture.decode(async (pipeline) => {
    const { data, info } = await pipeline
      .resize({ width: Math.round(picture.width * scaledBy), withoutEnlargement: true })
      .raw()
      .toBuffer({ resolveWithObject: true });
    return { width: info.width, height: info.height, data };
  });
  const { width, height } = sizeWithin(corners, source);
  const data = warped(source, corners, { width, height });
  return sharp(data, { raw: { width, height, channels: 3 } })
    .png({ compressionLevel: 3 })
    .toBuffer();
}

function sizeWithin([a, b, c, d]: Corners, { width, height }: Size): Size {
  const length = (from: Point, to: Point) => Math.hypot((to.x - from.x) * width, (to.y - from.y) * height);
  const sides = { width: (length(a, b) + length(d, c)) / 2, height: (length(a, d) + length(b, c)) / 2 };
  const scale = Math.min(1, sideMax / Math.max(sides.width, sides.height));
  return {
    width: Math.max(1, Math.round(sides.width * scale)),
    height: Math.max(1, Math.round(sides.height * scale)),
  };
}

/** Bilinear. */
function warped(source: Pixels, corners: Corners, { width, height }: Size): Uint8Array {
  const placeOf = fromUnitSquare(corners);
  const data = new Uint8Array(width * height * 3);
  let at = 0;
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const { x, y } = placeOf((column + 0.5) / width, (row + 0.5) / height);
      const across = clamped(x * source.width - 0.5, source.width - 1);
      const down = clamped(y * source.height - 0.5, source.height - 1);
      const [left, top] = [Math.floor(across), Math.floor(down)];
      const [u, v] = [across - left, down - top];
      const right = left + 1 < source.width ? 3 : 0;
      const below = top + 1 < source.height ? source.width * 3 : 0;
      const from = (top * source.width + left) * 3;
      for (let channel = from; channel < from + 3; channel++) {
        const pixel = (offset: number) => source.data[channel + offset] as number;
        const upper = pixel(0) * (1 - u) + pixel(right) * u;
        const lower = pixel(below) * (1 - u) + pixel(below + right) * u;
        data[at++] = Math.round(upper * (1 - v) + lower * v);
      }
    }
  return data;
}

const clamped = (value: number, max: number) => Math.min(max, Math.max(0, value));
