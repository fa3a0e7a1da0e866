import sharp, { type Sharp } from 'sharp';

/** A picture that looks like no other seed's: a grid of colours by chance. */
export function distinctPicture(seed: number, { width = 120, height = 90 } = {}): Sharp {
  let state = (seed + 1) * 2_654_435_761;
  const next = () => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 1_013_904_223) >>> 0;
    return state >>> 24;
  };
  const pixels = Buffer.from(Array.from({ length: 8 * 6 * 3 }, next));
  return sharp(pixels, { raw: { width: 8, height: 6, channels: 3 } }).resize(width, height, {
    kernel: 'nearest',
    fit: 'fill',
  });
}
