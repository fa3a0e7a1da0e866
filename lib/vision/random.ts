/** A reproducible stream of numbers in [0, 1): mulberry32, 32 bits of state, enough for test matrices. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A stream of standard normal values out of one of even ones, by the Box–Muller transform. */
export function normalsFrom(random: () => number): () => number {
  return () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Standard normal values. */
export function seededNormals(length: number, seed: number): Float32Array {
  return Float32Array.from({ length }, normalsFrom(seededRandom(seed)));
}
