import { seededRandom } from '@/lib/vision/random';

/**
 * Assigns each picture to one of `count` folds such that all pictures of one group (an artist) are in the same
 * fold, and folds are about equal in pictures: groups go, largest first, to the fold that has the fewest so far.
 * Deterministic for a seed, which orders groups of equal size. Result: fold of each picture, 0 … count − 1.
 */
export function disjointFolds(groups: readonly string[], count: number, seed = 1): number[] {
  const sizes = new Map<string, number>();
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const names = shuffled([...sizes.keys()].sort(), seededRandom(seed));
  names.sort((a, b) => (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0));
  const filled = new Array<number>(count).fill(0);
  const foldOf = new Map<string, number>();
  for (const name of names) {
    const fold = filled.indexOf(Math.min(...filled));
    foldOf.set(name, fold);
    filled[fold] = (filled[fold] ?? 0) + (sizes.get(name) ?? 0);
  }
  return groups.map((group) => foldOf.get(group) ?? 0);
}

/** Assigns pictures to folds at random, each class spread evenly over the folds (stratified). */
export function randomFolds(classes: readonly string[], count: number, seed = 1): number[] {
  const random = seededRandom(seed);
  const order = shuffled(
    classes.map((name, index) => ({ name, index })),
    random,
  ).sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const folds = new Array<number>(classes.length).fill(0);
  order.forEach(({ index }, position) => (folds[index] = position % count));
  return folds;
}

/** A copy in random order (Fisher–Yates). */
function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const copy = [...items];
  for (let last = copy.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [copy[last], copy[other]] = [copy[other] as T, copy[last] as T];
  }
  return copy;
}
