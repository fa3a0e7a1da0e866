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
 * movements; by different artists. Each work is in one pair, and each artist in as few as can be: in one.
 * @returns nearest first
 */
export function distantPairs(
  { count, values }: Similarities,
  works: readonly DatedWork[],
  pairsMax: number,
): readonly DistantPair[] {
  const found: DistantPair[] = [];
  for (let a = 0; a < count; a++)
    for (let b = a + 1; b < count; b++) {
      const cosine = values[a * count + b] ?? 0;
      if (cosine > cosineMax) continue;
      const [one, other] = [works[a], works[b]];
      if (one === undefined || other === undefined) continue;
      const distance = distanceOf(one, other);
      if (distance !== null) found.push({ works: [a, b], cosine, yearsApart: distance.years });
    }
  found.sort((a, b) => b.cosine - a.cosine);
  return withoutRepeats(found, works, pairsMax);
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

function withoutRepeats(
  pairs: readonly DistantPair[],
  works: readonly DatedWork[],
  pairsMax: number,
): readonly DistantPair[] {
  const seen = new Set<string | number>();
  const chosen: DistantPair[] = [];
  for (const pair of pairs) {
    if (chosen.length === pairsMax) break;
    const keys = pair.works.flatMap((work) => [work, works[work]?.artist ?? work]);
    if (keys.some((key) => seen.has(key))) continue;
    for (const key of keys) seen.add(key);
    chosen.push(pair);
  }
  return chosen;
}
