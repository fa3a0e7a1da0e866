/** A perceptual hash in words of 32 bits, which are what JavaScript's operators work on. */
export type HashWords = readonly number[];

/** @param hash hex digits; '' gives no words */
export function hashWords(hash: string): HashWords {
  return (hash.match(/.{1,8}/g) ?? []).map((digits) => parseInt(digits, 16) | 0);
}

/**
 * How many bits of two perceptual hashes differ: of 64, 0 for copies, about 32 for unrelated pictures; Infinity if
 * one is missing or they differ in length.
 */
export function hashDistance(a: string, b: string): number {
  return wordDistance(hashWords(a), hashWords(b));
}

/** {@link hashDistance} of hashes that are compared with many. */
export function wordDistance(a: HashWords, b: HashWords): number {
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
