import { type NetworkKind, networkKinds } from '@/lib/vision/embedding';
import { seededRandom } from '@/lib/vision/random';
import { drawer, type Mixture } from './mixture';

/**
 * Found by a random search so that cosines of random pairs, and of pairs of one artist, fall as those of real
 * paintings do (models/default/strength.json); how well they do is printed by every run (likeness.ts).
 */
export const mixtures: Readonly<Record<NetworkKind, Mixture>> = {
  style: { dims: 128, decay: 0.29, movements: 60, movementShare: 0.08, artistShare: 0.08, variety: 0.5 },
  content: { dims: 128, decay: 0.28, movements: 12, movementShare: 0.53, artistShare: 0.02, variety: 0.22 },
};

/** About as in the paintings on which the strengths were measured: 2,646 by 141 artists. */
const worksOfArtist = 19;

/** The share of works that a filter leaves. It keeps whole artists, so that these works lie close together. */
export const filterShares = { half: 0.5, twentieth: 0.05, twoHundredth: 0.005 } as const;
export type FilterName = keyof typeof filterShares;

export interface SyntheticCollection {
  readonly works: number;
  readonly artists: number;
  idOf(work: number): string;
  artistOf(work: number): number;
  vectorOf(kind: NetworkKind, work: number): Float32Array;
  isLeftBy(filter: FilterName, work: number): boolean;
  /** Works to search by, drawn from the collection. */
  queries(count: number): readonly number[];
}

export const spaceOf = (kind: NetworkKind) => `${kind}-synthetic`;

/** The same works for the same count, so that an index filled by an earlier run can be reused. */
export function syntheticCollection(works: number): SyntheticCollection {
  const artists = Math.max(1, Math.round(works / worksOfArtist));
  const artistOf = (work: number) => work % artists;
  const columns = Object.fromEntries(
    networkKinds.map((kind, i) => {
      const { dims } = mixtures[kind];
      const draw = drawer(mixtures[kind], artists, 100 + i);
      const column = new Float32Array(works * dims);
      for (let work = 0; work < works; work++) column.set(draw(artistOf(work)), work * dims);
      return [kind, column];
    }),
  ) as Record<NetworkKind, Float32Array>;
  return {
    works,
    artists,
    idOf: (work) => `w${String(work).padStart(7, '0')}`,
    artistOf,
    vectorOf: (kind, work) =>
      columns[kind].subarray(work * mixtures[kind].dims, (work + 1) * mixtures[kind].dims),
    isLeftBy: (filter, work) => artistOf(work) % Math.round(1 / filterShares[filter]) === 0,
    queries(count) {
      const random = seededRandom(works);
      return Array.from({ length: count }, () => Math.floor(random() * works));
    },
  };
}
