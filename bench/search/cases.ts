import { type IndexRequest } from '@/lib/search/search-index';
import { type NetworkKind, networkKinds } from '@/lib/vision/embedding';
import { type FilterName, spaceOf, type SyntheticCollection } from './synthetic';

/** One kind of search that is measured. */
export interface Case {
  readonly name: string;
  readonly kinds: readonly NetworkKind[];
  readonly filter: FilterName | null;
}

/** The facet behind each filter; each is a separate field of the index. */
export const filterFacets = {
  half: 'subject',
  twentieth: 'movement',
  twoHundredth: 'century',
} as const satisfies Record<FilterName, string>;

/** The facet value of the works that a filter leaves; the others have none. */
export const filterValue = 'left';

export const cases: readonly Case[] = [
  { name: 'pure', kinds: ['style'], filter: null },
  { name: 'filtered, 50 %', kinds: ['style'], filter: 'half' },
  { name: 'filtered, 5 %', kinds: ['style'], filter: 'twentieth' },
  { name: 'filtered, 0.5 %', kinds: ['style'], filter: 'twoHundredth' },
  { name: 'blended', kinds: networkKinds, filter: null },
];

const firstPage = 24;

/** A search that starts from a work of the collection: the first page of similar works, without itself. */
export function requestOf(
  collection: SyntheticCollection,
  { kinds, filter }: Case,
  work: number,
): IndexRequest {
  return {
    terms: kinds.map((kind) => ({
      kind,
      spaceId: spaceOf(kind),
      vector: collection.vectorOf(kind, work),
      weight: 1 / kinds.length,
    })),
    filter: filter === null ? {} : { facets: { [filterFacets[filter]]: [filterValue] } },
    excludeIds: [collection.idOf(work)],
    offset: 0,
    limit: firstPage,
    withFacets: false,
  };
}
