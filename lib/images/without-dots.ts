import { hasHalftone } from '@/lib/vision/halftone';
import { type Pixels } from '@/lib/vision/pixels';
import { pipelineOf, rawPixels } from './raw-pixels';

/** In pixels of what the network is shown. Half as much again loses the brushwork too. */
const blurSigma = 1;

/**
 * A picture that was printed in dots, blurred until they are gone; null for all others. One is searched by both, and
 * the one that is {@link nearer} to a work is kept (docs/decisions/050-printed-dots.md).
 * @param pixels what the network is shown
 */
export async function withoutDots(pixels: Pixels): Promise<Pixels | null> {
  if (!hasHalftone(pixels)) return null;
  return { ...pixels, ...(await rawPixels(pipelineOf(pixels).blur(blurSigma))) };
}

/**
 * Which of a picture's forms a search is made by.
 * @param cosines of each form and the work that is nearest to it; null where there is no work
 * @returns the place of the nearest form; the first of equals
 */
export function nearer(cosines: readonly (number | null)[]): number {
  const comparable = cosines.map((cosine) => cosine ?? -1);
  return Math.max(0, comparable.indexOf(Math.max(...comparable)));
}
