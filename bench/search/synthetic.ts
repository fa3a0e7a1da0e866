import { type NetworkKind, networkKinds } from '@/lib/vision/embedding';
import { seededRandom } from '@/lib/vision/random';
import { drawer, type Mixture } from './mixture';

/** How many values a style has, and before docs/decisions/045-longer-vectors.md had. */
export const styleLengths = [768, 128] as const;
export type StyleLength = (typeof styleLengths)[number];

/**
 * Found by random searches so that cosines of random pairs, and of pairs of one artist, fall as those of real
 * paintings do (models/default/strength.json at the time); every run prints how well they do (likeness.ts).
 */
const styles: Readonly<Record<StyleLength, Mixture>> = {
  768: {
    dims: 768,
    decay: 0.22,
    movements: 12,
    movementShare: 0.02,
    artistShare: 0.003,
    series: { works: 6, share: 0.21 },
    variety: 0.22,
  },
  128: { dims: 128, decay: 0.29, movements: 60, movementShare: 0.08, artistShare: 0.08, variety: 0.5 },
};
const content: Mixture = {
  dims: 128,
  decay: 0.28,
  movements: 12,
  movementShare: 0.53,
  artistShare: 0.02,
  variety: 0.22,
};

/** About as in the paintings on which the strengths were measured: 2,646 by 141 artists. */
const worksOfArtist = 19;

/** The share of works that a filter leaves. It keeps whole artists, so that these works lie close together. */
export const filterShares = { half: 0.5, twentieth: 0.05, twoHundredth: 0.005 } as const;
export type FilterName = keyof typeof filterShares;

export interface SyntheticCollection {
  readonly works: number;
  readonly styleLength: StyleLength;
  readonly artists: number;
  idOf(work: number): string;
  artistOf(work: number): number;
  /** How many values an embedding of this kind has. */
  lengthOf(kind: NetworkKind): number;
  vectorOf(kind: NetworkKind, work: number): Float32Array;
  isLeftBy(filter: FilterName, work: number): boolean;
  /** Works to search by, drawn from the collection. */
  queries(count: number): readonly number[];
}

export const spaceOf = (kind: NetworkKind) => `${kind}-synthetic`;

/** The same works for the same count and length, so that an index filled by an earlier run can be reused. */
export function syntheticCollection(works: number, styleLength: StyleLength = 768): SyntheticCollection {
  const mixtures: Record<NetworkKind, Mixture> = { style: styles[styleLength], content };
  const lengthOf = (kind: NetworkKind) => mixtures[kind].dims;
  const artists = Math.max(1, Math.round(works / worksOfArtist));
  const artistOf = (work: number) => work % artists;
  const columns = Object.fromEntries(
    networkKinds.map((kind, i) => {
      const dims = lengthOf(kind);
      const draw = drawer(mixtures[kind], artists, 100 + i);
      const column = new Float32Array(works * dims);
      for (let work = 0; work < works; work++) column.set(draw(artistOf(work)), work * dims);
      return [kind, column];
    }),
  ) as Record<NetworkKind, Float32Array>;
  return {
    works,
    styleLength,
    artists,
    idOf: (work) => `w${String(work).padStart(7, '0')}`,
    artistOf,
    lengthOf,
    vectorOf: (kind, work) => columns[kind].subarray(work * lengthOf(kind), (work + 1) * lengthOf(kind)),
    isLeftBy: (filter, work) => artistOf(work) % Math.round(1 / filterShares[filter]) === 0,
    queries(count) {
      const random = seededRandom(works);
      return Array.from({ length: count }, () => Math.floor(random() * works));
    },
  };
}
