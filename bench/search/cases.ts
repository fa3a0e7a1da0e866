import { type IndexRequest } from '@/lib/search/search-index';
import { type NetworkKind, networkKinds } from '@/lib/vision/embedding';
import { type FilterName, spaceOf, type SyntheticCollection } from './synthetic';

/** One way to search that is measured. */
export interface Case {
  readonly name: string;
  readonly kinds: readonly NetworkKind[];
  readonly filter: FilterName | null;
}

/** Facets that the filters are made of; each has a field of its own in the index. */
export const filterFacets = {
  half: 'subject',
  twentieth: 'movement',
  twoHundredth: 'century',
} as const satisfies Record<FilterName, string>;

/** The value of a filter's facet that the works it leaves have; the others have none. */
export const filterValue = 'left';

export const cases: readonly Case[] = [
  { name: 'pure', kinds: ['style'], filter: null },
  { name: 'filtered, 50 %', kinds: ['style'], filter: 'half' },
  { name: 'filtered, 5 %', kinds: ['style'], filter: 'twentieth' },
  { name: 'filtered, 0.5 %', kinds: ['style'], filter: 'twoHundredth' },
  { name: 'blended', kinds: networkKinds, filter: null },
];

const firstPage = 24;

/** A search by a work of the collection: the first page of what resembles it, itself left out. */
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
