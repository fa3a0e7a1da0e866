import { normalsFrom, seededRandom } from '@/lib/vision/random';

/** Seeded chance: the same seed draws the same reproduction. */
export interface Draw {
  /** Even between two bounds. */
  between(low: number, high: number): number;
  /** True with this probability, 0–1. */
  chance(probability: number): boolean;
  pick<T>(choices: readonly [T, ...T[]]): T;
  /** Standard normal. */
  normal(): number;
}

export function seededDraw(seed: number): Draw {
  const random = seededRandom(seed);
  const normal = normalsFrom(random);
  return {
    between: (low, high) => low + (high - low) * random(),
    chance: (probability) => random() < probability,
    pick: (choices) => choices[Math.floor(random() * choices.length)] ?? choices[0],
    normal,
  };
}

/** Smooth noise of about unit deviation whose grains are `grainPx` wide: values on a grid, interpolated. */
export function smoothNoise(draw: Draw, grainPx: number): (x: number, y: number) => number {
  const side = 64;
  const grid = Float32Array.from({ length: side * side }, () => draw.normal() * 1.5);
  const at = (x: number, y: number) => grid[(y & (side - 1)) * side + (x & (side - 1))] as number;
  return (x, y) => {
    const [column, row] = [Math.floor(x / grainPx), Math.floor(y / grainPx)];
    const [u, v] = [x / grainPx - column, y / grainPx - row];
    const top = at(column, row) * (1 - u) + at(column + 1, row) * u;
    const bottom = at(column, row + 1) * (1 - u) + at(column + 1, row + 1) * u;
    return top * (1 - v) + bottom * v;
  };
}
