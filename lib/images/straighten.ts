import { type Corners, type Point } from '@/lib/vision/outline/corners';
import { fromUnitSquare } from '@/lib/vision/outline/homography';
import { type Pixels } from '@/lib/vision/pixels';
import { type Size } from '@/lib/vision/view';
import { bilinear } from './bilinear';
import { checkShape, openPicture } from './decoding';
import { rawPixels } from './raw-pixels';

/** Enough for every view of a network, and for a page. */
const sideMax = 1280;

/**
 * What lies within four corners of a picture, seen from in front. Its proportions are those of the mean lengths of
 * opposite sides, which is close where the camera stood not too far to a side.
 * @param bytes untrusted bytes, or a stored picture
 * @returns sRGB pixels, the long side at most 1,280
 * @throws Problem as {@link openPicture}, `unsupported-picture` also where what lies within is too small or too narrow
 */
export async function straightened(bytes: Uint8Array, corners: Corners): Promise<Pixels> {
  const picture = await openPicture(bytes);
  const scaledBy = Math.min(1, (1.5 * sideMax) / Math.max(picture.width, picture.height));
  const source = await picture.decode((pipeline) =>
    rawPixels(pipeline.resize({ width: Math.round(picture.width * scaledBy), withoutEnlargement: true })),
  );
  const size = sizeWithin(corners, source);
  checkShape(size);
  return { ...size, data: warped(source, corners, size) };
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

function warped(source: Pixels, corners: Corners, { width, height }: Size): Uint8Array {
  const placeOf = fromUnitSquare(corners);
  const data = new Uint8ClampedArray(width * height * 3);
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const { x, y } = placeOf((column + 0.5) / width, (row + 0.5) / height);
      const [red, green, blue] = bilinear(source, x * source.width, y * source.height);
      const at = (row * width + column) * 3;
      data[at] = red;
      data[at + 1] = green;
      data[at + 2] = blue;
    }
  return new Uint8Array(data.buffer);
}
