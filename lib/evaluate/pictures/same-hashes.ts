import { hashWords, wordDistance } from '@/lib/images/hash-distance';

/**
 * Pairs that are the same picture twice (another scan, another size) differ in at most this many of 64 bits.
 * Unrelated pictures differ in about 32; among 2,646 paintings the closest pairs of different works (two versions
 * of one motif, two dark portraits) were 10 bits apart.
 */
export const nearDuplicateBitsMax = 8;

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
