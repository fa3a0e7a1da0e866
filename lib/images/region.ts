import { type Size } from '@/lib/vision/view';

/** A rectangle of a picture, as fractions of its width and height. */
export interface Region {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const wholePicture: Region = { x: 0, y: 0, width: 1, height: 1 };

/** In whole pixels, at least one each way, and within the picture. */
export function regionPixels(
  region: Region,
  { width, height }: Size,
): Size & { readonly left: number; readonly top: number } {
  const left = Math.min(width - 1, Math.max(0, Math.round(region.x * width)));
  const top = Math.min(height - 1, Math.max(0, Math.round(region.y * height)));
  const right = Math.min(width, Math.round((region.x + region.width) * width));
  const bottom = Math.min(height, Math.round((region.y + region.height) * height));
  return { left, top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
}
