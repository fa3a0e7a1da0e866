import { indexHitsOf, rankWorks } from '@/lib/search/embedded/rank';
import { WorkTable } from '@/lib/search/embedded/work-table';
import { type IndexRequest } from '@/lib/search/search-index';
import { networkKinds } from '@/lib/vision/embedding';
import { cases, filterFacets } from './cases';
import { type Loaded, type Subject } from './subject';
import { type FilterName, filterShares, spaceOf, type SyntheticCollection } from './synthetic';

/** The ids of so many works, nearest first, found by comparing all values of all works. */
export type ExactRanking = (request: IndexRequest, count: number) => readonly string[];

/**
 * The index in memory: its scan and its ranking. The time that Postgres takes to list the works that a filter leaves is
 * not included: here they are known.
 */
export function embeddedSubject(collection: SyntheticCollection): {
  subject: Subject;
  exactly: ExactRanking;
  loaded: Loaded;
} {
  const table = new WorkTable(networkKinds.map(spaceOf));
  const started = performance.now();
  for (let work = 0; work < collection.works; work++)
    for (const kind of networkKinds)
      table.set(collection.idOf(work), spaceOf(kind), collection.vectorOf(kind, work));
  const seconds = (performance.now() - started) / 1000;

  const works = Array.from({ length: collection.works }, (_, work) => work);
  const names = Object.keys(filterShares) as FilterName[];
  const leftBy = new Map(
    names.map((name) => [
      filterFacets[name] as string,
      works.filter((work) => collection.isLeftBy(name, work)).map(collection.idOf),
    ]),
  );
  const matching = ({ filter: { facets = {} } }: IndexRequest) =>
    leftBy.get(Object.keys(facets)[0] ?? '') ?? null;

  const idsOf = (request: IndexRequest) => {
    const { best } = rankWorks(table, request, matching(request));
    return indexHitsOf(table, request, best).map(({ artworkId }) => artworkId);
  };

  return {
    subject: {
      name: 'embedded',
      collection,
      isDefault: false,
      cases,
      search: (request) => Promise.resolve({ ids: idsOf(request), tookMs: null }),
    },
    exactly: (request, count) => idsOf({ ...request, offset: 0, limit: count }),
    loaded: {
      name: 'embedded',
      works: collection.works,
      styleLength: collection.styleLength,
      worksPerSecond: collection.works / seconds,
      settlingSeconds: null,
      memoryBytes: networkKinds.reduce(
        (sum, kind) => sum + 4 * collection.works * (table.vectorsIn(spaceOf(kind))?.dims ?? 0),
        0,
      ),
      diskBytes: null,
    },
  };
}
