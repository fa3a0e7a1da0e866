import { type Size } from '@/lib/vision/view';

/** The largest picture that one request of the Image API may ask for; `info.json` announces it. */
export const imageLimits = {
  /** Of either side, in pixels. */
  sideMax: 8192,
  /** In pixels. */
  areaMax: 4096 * 4096,
} as const;

/** By how much a picture of this size has to shrink to stay within the limits: at most 1. */
export function scaleWithinLimits({ width, height }: Size): number {
  const { sideMax, areaMax } = imageLimits;
  return Math.min(1, sideMax / Math.max(width, height), Math.sqrt(areaMax / (width * height)));
}
