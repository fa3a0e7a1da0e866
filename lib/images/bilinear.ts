/** Red, green and blue of a pixel, in the unit of its picture. */
export type Rgb = readonly [red: number, green: number, blue: number];

interface Source {
  readonly width: number;
  readonly height: number;
  /** [y][x][red, green, blue] */
  readonly data: Float32Array | Uint8Array;
}

/**
 * The colour of a picture between its pixels; beyond its edges that of the edge.
 * @param x in pixels from the left edge: the middle of the first pixel is at 0.5
 */
export function bilinear({ width, height, data }: Source, x: number, y: number): Rgb {
  const across = Math.min(width - 1, Math.max(0, x - 0.5));
  const down = Math.min(height - 1, Math.max(0, y - 0.5));
  const left = Math.floor(across);
  const top = Math.floor(down);
  const u = across - left;
  const v = down - top;
  const at = (top * width + left) * 3;
  const right = left + 1 < width ? 3 : 0;
  const below = top + 1 < height ? width * 3 : 0;
  return [
    between4(data, at, right, below, u, v),
    between4(data, at + 1, right, below, u, v),
    between4(data, at + 2, right, below, u, v),
  ];
}

/** Of a value, those to its right and below, and the one across. */
function between4(
  data: Source['data'],
  at: number,
  right: number,
  below: number,
  u: number,
  v: number,
): number {
  const upper = (data[at] as number) * (1 - u) + (data[at + right] as number) * u;
  const lower = (data[at + below] as number) * (1 - u) + (data[at + below + right] as number) * u;
  return upper * (1 - v) + lower * v;
}
