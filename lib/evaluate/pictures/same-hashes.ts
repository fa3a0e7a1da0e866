/**
 * Pairs that are the same picture twice (another scan, another size) differ in at most this many of 64 bits.
 * Unrelated pictures differ in about 32; among 2,646 paintings the closest pairs of different works (two versions
 * of one motif, two dark portraits) were 10 bits apart.
 */
export const nearDuplicateBitsMax = 8;

/** Number of bits in which two perceptual hashes of equal length (hex digits) differ; Infinity when one is missing. */
export function hashDistance(a: string, b: string): number {
  return wordDistance(hashWords(a), hashWords(b));
}

/** For each picture the set of its near-duplicates, by perceptual hash; pictures without a hash have none. */
export function nearDuplicates(hashes: readonly string[], bitsMax = nearDuplicateBitsMax): Set<number>[] {
  const words = hashes.map(hashWords);
  const duplicates = hashes.map(() => new Set<number>());
  for (let a = 0; a < words.length; a++) {
    for (let b = a + 1; b < words.length; b++) {
      if (wordDistance(words[a] ?? [], words[b] ?? []) > bitsMax) continue;
      duplicates[a]?.add(b);
      duplicates[b]?.add(a);
    }
  }
  return duplicates;
}

/** Eight hex digits a word: 32 bits are what JavaScript's operators work on. */
function hashWords(hash: string): number[] {
  return (hash.match(/.{1,8}/g) ?? []).map((digits) => parseInt(digits, 16) | 0);
}

function wordDistance(a: readonly number[], b: readonly number[]): number {
  if (a.length === 0 || a.length !== b.length) return Infinity;
  let distance = 0;
  for (let i = 0; i < a.length; i++) distance += bitCount((a[i] as number) ^ (b[i] as number));
  return distance;
}

/** Set bits of a 32-bit word, added in parallel (Warren, Hacker's Delight, 5-1). */
function bitCount(word: number): number {
  let sums = word - ((word >>> 1) & 0x55555555);
  sums = (sums & 0x33333333) + ((sums >>> 2) & 0x33333333);
  return Math.imul((sums + (sums >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
