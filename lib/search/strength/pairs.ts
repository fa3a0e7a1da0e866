import { dot } from '@/lib/vision/dot';
import { seededRandom } from '@/lib/vision/random';

/** Works from which pairs are drawn. */
export interface PairPool {
  /** Unit vectors of one space. */
  readonly vectors: readonly Float32Array[];
  /** What says that two works belong together: the artist, the subject. Null where it is not known. */
  readonly labels: readonly (string | null)[];
  /** Which works may be the first of a pair. Default: all. */
  readonly isAsked?: (index: number) => boolean;
  /** The same picture twice is no pair of works: it says nothing of how close works are. Default: none is. */
  readonly isSamePicture?: (a: number, b: number) => boolean;
}

/** Cosines of pairs. */
export interface PairCosines {
  /** Of two works taken at random. */
  readonly random: readonly number[];
  /** Of a work taken at random and another of its label. Empty where no label is held by two works. */
  readonly same: readonly number[];
}

/**
 * Draws `count` pairs of each sort, with replacement; the same seed draws the same. The first work of a same-label
 * pair is drawn among works, not among pairs: an artist with a hundred works would else have ten thousand times
 * the say of one with two.
 */
export function samplePairs(pool: PairPool, count: number, seed = 1): PairCosines {
  const { vectors, labels, isAsked = () => true, isSamePicture = () => false } = pool;
  const all = vectors.map((_, index) => index);
  const groups = groupsOf(labels);
  const asked = all.filter(isAsked);
  const labelled = asked.filter((index) => (groups.get(labels[index] ?? '')?.length ?? 0) > 1);
  const random = seededRandom(seed);
  const pick = (from: readonly number[], count = from.length) => from[Math.floor(random() * count)] ?? 0;
  // Who draws himself is given the last, whom this draw leaves out: all others are equally likely.
  const pickOther = (from: readonly number[], first: number) => {
    const drawn = pick(from, from.length - 1);
    return drawn === first ? (from.at(-1) ?? first) : drawn;
  };
  const draw = (firsts: readonly number[], seconds: (first: number) => readonly number[]): number[] => {
    const cosines: number[] = [];
    // Where nearly all works are copies of each other, it ends without as many.
    for (let left = firsts.length > 0 ? 4 * count : 0; left > 0 && cosines.length < count; left--) {
      const a = pick(firsts);
      const b = pickOther(seconds(a), a);
      if (!isSamePicture(a, b)) cosines.push(dot(vectors[a] ?? [], vectors[b] ?? []));
    }
    return cosines;
  };
  return {
    random: all.length > 1 ? draw(asked, () => all) : [],
    same: draw(labelled, (first) => groups.get(labels[first] ?? '') ?? []),
  };
}

/** Works by label, those without one left out. */
export function groupsOf(labels: readonly (string | null)[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  labels.forEach((label, index) => {
    if (label === null || label === '') return;
    const group = groups.get(label);
    if (group) group.push(index);
    else groups.set(label, [index]);
  });
  return groups;
}
