import { hashDistance } from './hash-distance';

/** What tells whether two files show the same picture. */
interface PictureMarks {
  readonly key: string;
  readonly width: number;
  readonly height: number;
  readonly colour: string;
  readonly perceptualHash: string;
}

/** Of 64. Smaller and harder pressed copies of one picture stay within; unrelated pictures differ in about 32. */
export const sameHashBitsMax = 6;
/**
 * Of 255, in each channel of the average colour. The hash sees only the layout of light: one subject by twelve
 * painters of the sample collection is often within its 6 bits, but not also within these steps of colour.
 */
const sameColourStepsMax = 4;
const sameAspectRatioMax = 1.03;

/** Do two files show the same picture, but for size and compression? */
export function isSamePicture(a: PictureMarks, b: PictureMarks): boolean {
  if (a.key === b.key) return true;
  const aspectRatio = (a.width * b.height) / (a.height * b.width);
  return (
    hashDistance(a.perceptualHash, b.perceptualHash) <= sameHashBitsMax &&
    Math.max(aspectRatio, 1 / aspectRatio) <= sameAspectRatioMax &&
    colourSteps(a.colour, b.colour) <= sameColourStepsMax
  );
}

/** The largest difference of a channel between two colours written `#rrggbb`. */
function colourSteps(a: string, b: string): number {
  const channel = (colour: string, at: number) => Number.parseInt(colour.slice(at, at + 2), 16);
  return Math.max(...[1, 3, 5].map((at) => Math.abs(channel(a, at) - channel(b, at))));
}
