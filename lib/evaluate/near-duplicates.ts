const bitsOfNibble = [0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4];

/** Number of bits in which two perceptual hashes of equal length (hex digits) differ; Infinity when one is missing. */
export function hashDistance(a: string, b: string): number {
  if (a === '' || a.length !== b.length) return Infinity;
  let distance = 0;
  for (let i = 0; i < a.length; i++) {
    const difference = parseInt(a.charAt(i), 16) ^ parseInt(b.charAt(i), 16);
    distance += bitsOfNibble[difference] ?? Infinity;
  }
  return distance;
}

/**
 * Pairs that are the same picture twice (another scan, another size) differ in at most this many of 64 bits.
 * Unrelated pictures differ in about 32; among 2,646 paintings the closest pairs of different works (two versions
 * of one motif, two dark portraits) were 10 bits apart.
 */
export const nearDuplicateBitsMax = 8;

/** For each picture the set of its near-duplicates, by perceptual hash; pictures without a hash have none. */
export function nearDuplicates(hashes: readonly string[], bitsMax = nearDuplicateBitsMax): Set<number>[] {
  const duplicates = hashes.map(() => new Set<number>());
  for (let a = 0; a < hashes.length; a++) {
    for (let b = a + 1; b < hashes.length; b++) {
      if (hashDistance(hashes[a] ?? '', hashes[b] ?? '') > bitsMax) continue;
      duplicates[a]?.add(b);
      duplicates[b]?.add(a);
    }
  }
  return duplicates;
}
