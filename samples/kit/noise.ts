/** One value per lattice point, the same for ever: an integer hash, not a table, so it needs no set-up. */
function lattice(x: number, y: number, seed: number): number {
  let h = Math.imul(x, 374761393) ^ Math.imul(y, 668265263) ^ Math.imul(seed, 974634533);
  h = Math.imul(h ^ (h >>> 13), 1274126177);
  h = Math.imul(h ^ (h >>> 15), 2246822519);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
}

/** Smooth value noise in [0, 1], one lattice cell per unit of x and y. */
export function noise(x: number, y: number, seed = 0): number {
  const x0 = Math.floor(x);
  const y0 = Math.floor(y);
  const fx = x - x0;
  const fy = y - y0;
  const u = fx * fx * (3 - 2 * fx);
  const v = fy * fy * (3 - 2 * fy);
  const top = lattice(x0, y0, seed) * (1 - u) + lattice(x0 + 1, y0, seed) * u;
  const bottom = lattice(x0, y0 + 1, seed) * (1 - u) + lattice(x0 + 1, y0 + 1, seed) * u;
  return top * (1 - v) + bottom * v;
}

/** Fractal noise in [0, 1]: octaves of half the size and half the weight. */
export function fractal(x: number, y: number, seed = 0, octaves = 3): number {
  let sum = 0;
  let weight = 0;
  for (let o = 0, size = 1; o < octaves; o++, size *= 2) {
    sum += noise(x * size, y * size, seed + o * 17) / size;
    weight += 1 / size;
  }
  return sum / weight;
}
