import { type Picture } from './picture';

/** How high the rows of a wall are, in CSS pixels: on a phone, from 56 rem and from 72 rem. As in wall.tsx. */
const rowsPx = { room: [112, 192, 232], half: [144, 136, 148], column: [144, 136, 108] } as const;

/** How much rows grow to fill the width; on a phone the rows of lists are strips, which do not. */
const growth = { room: [1.3, 1.3, 1.3], half: [1, 1.3, 1.2], column: [1, 1.3, 1.3] } as const;

/** A wall with rows of its own height, or a `sizes` attribute. */
export type TileSizes = keyof typeof rowsPx | `(${string}`;

/** CSS pixels. */
const smallWidthMax = 320;

/**
 * How wide a tile's picture is drawn, so that no more pixels are fetched than that.
 * @param ratio width ÷ height
 */
export function tileSizes(
  wall: TileSizes,
  ratio: number,
): Required<Pick<React.ComponentProps<typeof Picture>, 'sizes' | 'isSmall'>> {
  if (!isWall(wall)) return { sizes: wall, isSmall: false };
  const widths = rowsPx[wall].map((row, i) => Math.ceil(ratio * row * (growth[wall][i] ?? 1)));
  const [phone, tablet, desktop] = widths;
  return {
    sizes: `(min-width: 72rem) ${desktop}px, (min-width: 56rem) ${tablet}px, ${phone}px`,
    isSmall: Math.max(...widths) <= smallWidthMax,
  };
}

function isWall(sizes: TileSizes): sizes is keyof typeof rowsPx {
  return sizes in rowsPx;
}
