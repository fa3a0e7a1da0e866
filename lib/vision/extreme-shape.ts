import { type Size } from './view';

/**
 * From this proportion of the sides on a shape is extreme: a handscroll, a frieze, a panorama, a pillar print. The
 * `whole` view of one picture shows 3 : 1 at most; of an extreme shape that would be its middle alone, so the
 * network is shown several windows along its length, and what it measures in them is averaged.
 */
export const extremeAspect = 4;

export function isExtremeShape({ width, height }: Size): boolean {
  return Math.max(width, height) > extremeAspect * Math.min(width, height);
}
