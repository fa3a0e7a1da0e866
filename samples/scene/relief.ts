import type { Picture } from '../kit/picture';
import { Plane } from '../kit/plane';

/** Light from the upper left and a little in front, as in most studios. */
const LIGHT = { x: -0.62, y: -0.62, z: 0.48 };

export interface Patch {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The pixels a mask covers at all, as a box: most masses are small, and the work per region is by area. */
export function covered(cover: Picture): Patch {
  let [left, top, right, bottom] = [cover.width, cover.height, 0, 0];
  for (let y = 0, i = 3; y < cover.height; y++) {
    for (let x = 0; x < cover.width; x++, i += 4) {
      if (!cover.bytes[i]) continue;
      if (x < left) left = x;
      if (x >= right) right = x + 1;
      if (y < top) top = y;
      bottom = y + 1;
    }
  }
  return { left, top, right, bottom };
}

/**
 * Models a flat mask as a rounded body (the inflation of Johnston's "Lumo", 2002): its blurred mask is taken as a
 * height, whose slope turns the surface to or from the light. Lights go warm and shadows cool. Changes `paint` in
 * place, and gives it the mask as its alpha.
 * @returns the direction along the body's contour at a pixel, radians.
 */
export function shadeRelief(
  paint: Picture,
  cover: Picture,
  patch: Patch,
  rimPixels: number,
  strength: number,
): (x: number, y: number) => number {
  const reach = Math.ceil(rimPixels * 3);
  const [x0, y0] = [patch.left - reach, patch.top - reach];
  const mask = Plane.of(
    Math.max(1, patch.right - x0 + reach),
    Math.max(1, patch.bottom - y0 + reach),
    (x, y) => {
      const cx = Math.max(0, Math.min(cover.width - 1, x + x0));
      const cy = Math.max(0, Math.min(cover.height - 1, y + y0));
      return (cover.bytes[(cy * cover.width + cx) * 4 + 3] ?? 0) / 255;
    },
  );
  const body = mask.blur(rimPixels);
  const across = (x: number, y: number): number =>
    (body.at(x - x0 + 2, y - y0) - body.at(x - x0 - 2, y - y0)) * rimPixels * 0.6;
  const along = (x: number, y: number): number =>
    (body.at(x - x0, y - y0 + 2) - body.at(x - x0, y - y0 - 2)) * rimPixels * 0.6;
  const bytes = paint.bytes;
  for (let i = 3; i < bytes.length; i += 4) bytes[i] = cover.bytes[i] ?? 0;
  for (let y = patch.top; strength > 0 && y < patch.bottom; y++) {
    for (let x = patch.left; x < patch.right; x++) {
      const p = (y * paint.width + x) * 4;
      if (!bytes[p + 3]) continue;
      const dx = across(x, y);
      const dy = along(x, y);
      const lit =
        ((-dx * LIGHT.x - dy * LIGHT.y + LIGHT.z) / Math.sqrt(1 + dx * dx + dy * dy) - LIGHT.z) *
        strength *
        1.15;
      const gain = lit > 0 ? 1 + lit * 0.75 : 1 + lit * 0.85;
      bytes[p] = (bytes[p] ?? 0) * gain + lit * 26;
      bytes[p + 1] = (bytes[p + 1] ?? 0) * gain + lit * 16;
      bytes[p + 2] = (bytes[p + 2] ?? 0) * gain - lit * 8;
    }
  }
  return (x, y) => Math.atan2(across(x, y), -along(x, y));
}
