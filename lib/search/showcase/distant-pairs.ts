import { breather } from '@/lib/platform/breather';
import { type Similarities } from './similarities';

/** What two works are told apart by. */
export interface DatedWork {
  readonly artist: string | null;
  readonly year: number | null;
  readonly subject: string | null;
  readonly movement: string | null;
}

/** Two works near in style, and what lies between them. */
export interface DistantPair {
  /** Indices. */
  readonly works: readonly [number, number];
  readonly cosine: number;
  /** Null: they are of about the same time, or it is not known. Then their subjects differ. */
  readonly yearsApart: number | null;
}

/** So many years are a distance that everyone sees: two or three generations. */
const yearsApartMin = 60;
/** The nearest are as often as not two pictures of one work. */
const cosineMax = 0.98;

/**
 * The pairs of works that are nearest in style although they are far apart in time, or else of different subjects and
 * movements; by different artists. Each work is in one pair, and each artist in as few as can be: in one. Lets others
 * have their turn between pairs.
 * @returns nearest first
 */
export async function distantPairs(
  similarities: Similarities,
  works: readonly DatedWork[],
  pairsMax: number,
): Promise<readonly DistantPair[]> {
  const free = new Set(works.keys());
  const pairs: DistantPair[] = [];
  const breathe = breather();
  while (pairs.length < pairsMax) {
    const pair = nearestPair(similarities, works, [...free]);
    if (pair === null) break;
    pairs.push(pair);
    const artists = pair.works.map((work) => works[work]?.artist);
    for (const work of free) if (artists.includes(works[work]?.artist)) free.delete(work);
    await breathe();
  }
  return pairs;
}

function nearestPair(
  { count, values }: Similarities,
  works: readonly DatedWork[],
  free: readonly number[],
): DistantPair | null {
  let nearest: DistantPair | null = null;
  let nearestCosine = -Infinity;
  for (let i = 0; i < free.length; i++) {
    const a = free[i] as number;
    for (let j = i + 1; j < free.length; j++) {
      const b = free[j] as number;
      const cosine = values[a * count + b] as number;
      if (cosine <= nearestCosine || cosine > cosineMax) continue;
      const distance = distanceOf(works[a] as DatedWork, works[b] as DatedWork);
      if (distance === null) continue;
      nearestCosine = cosine;
      nearest = { works: [a, b], cosine, yearsApart: distance.years };
    }
  }
  return nearest;
}

function distanceOf(one: DatedWork, other: DatedWork): { years: number | null } | null {
  if (one.artist === null || other.artist === null || one.artist === other.artist) return null;
  if (one.year !== null && other.year !== null) {
    const years = Math.abs(one.year - other.year);
    if (years >= yearsApartMin) return { years };
  }
  const differ = (name: 'subject' | 'movement') =>
    one[name] !== null && other[name] !== null && one[name] !== other[name];
  return differ('subject') && differ('movement') ? { years: null } : null;
}
