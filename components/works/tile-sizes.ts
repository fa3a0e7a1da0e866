/** How high the rows of a wall are, in CSS pixels: on a phone, from 56 rem and from 72 rem. As in wall.tsx. */
const rowsPx = { room: [112, 192, 232], column: [144, 136, 108] } as const;

/** How much rows grow to fill the width; on a phone the rows of a column are strips, which do not. */
const growth = { room: [1.3, 1.3, 1.3], column: [1, 1.3, 1.3] } as const;

/** A wall with rows of its own height, or a `sizes` attribute. */
export type TileSizes = keyof typeof rowsPx | `(${string}`;

/**
 * The `sizes` attribute of a tile's picture, so that no more pixels are fetched than are drawn.
 * @param ratio width ÷ height
 */
export function sizesAttribute(wall: TileSizes, ratio: number): string {
  if (wall !== 'room' && wall !== 'column') return wall;
  const [phone, tablet, desktop] = rowsPx[wall].map((row, i) =>
    Math.ceil(ratio * row * (growth[wall][i] ?? 1)),
  );
  return `(min-width: 72rem) ${desktop}px, (min-width: 56rem) ${tablet}px, ${phone}px`;
}
