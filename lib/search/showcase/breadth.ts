import { breather } from '@/lib/platform/breather';
import { similaritiesWith, type Similarities } from './similarities';

/**
 * Chooses works that together show the breadth of a collection: each next one is that which brings most of all works
 * nearer to a chosen one (greedy facility location; Nemhauser, Wolsey and Fisher 1978), by an artist who has fewest
 * there so far. Unlike the farthest point, which finds the odd ones out, it finds works that many others are like.
 * @param artists of the works; null is an artist of its own each time
 * @param candidates the works to choose from, as indices
 * Lets others have their turn between works.
 * @returns indices, the broadest first
 */
export async function broadestWorks(
  similarities: Similarities,
  artists: readonly (string | null)[],
  candidates: readonly number[],
  count: number,
): Promise<readonly number[]> {
  const nearest = new Float32Array(similarities.count).fill(-1);
  const timesShown = new Map<string, number>();
  const left = new Set(candidates);
  const chosen: number[] = [];
  const breathe = breather();
  const timesOf = (work: number) => timesShown.get(artists[work] ?? `${work}`) ?? 0;
  while (chosen.length < count && left.size > 0) {
    const fewest = Math.min(...[...left].map(timesOf));
    let best = { work: -1, gain: -Infinity };
    for (const work of left) {
      if (timesOf(work) > fewest) continue;
      const gain = gainOf(similaritiesWith(similarities, work), nearest);
      if (gain > best.gain) best = { work, gain };
    }
    const { work } = best;
    left.delete(work);
    chosen.push(work);
    timesShown.set(artists[work] ?? `${work}`, timesOf(work) + 1);
    const own = similaritiesWith(similarities, work);
    for (let other = 0; other < nearest.length; other++)
      nearest[other] = Math.max(nearest[other] ?? -1, own[other] ?? -1);
    await breathe();
  }
  return chosen;
}

function gainOf(own: Float32Array, nearest: Float32Array): number {
  let gain = 0;
  for (let other = 0; other < nearest.length; other++)
    gain += Math.max(0, (own[other] as number) - (nearest[other] as number));
  return gain;
}
