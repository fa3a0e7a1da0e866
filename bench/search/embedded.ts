import { blendTerms } from '@/lib/search/blend';
import { indexHitsOf, rankWorks } from '@/lib/search/embedded/rank';
import { addDotProducts } from '@/lib/search/embedded/scan';
import { topK } from '@/lib/search/embedded/top-k';
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

  return {
    subject: {
      name: 'embedded',
      collection,
      isDefault: false,
      cases,
      search(request) {
        const { best } = rankWorks(table, request, matching(request));
        const ids = indexHitsOf(table, request, best).map(({ artworkId }) => artworkId);
        return Promise.resolve({ ids, tookMs: null });
      },
    },
    exactly: (request, count) => rankExactly(table, request, matching(request), count),
    loaded: {
      name: 'embedded',
      works: collection.works,
      styleLength: collection.styleLength,
      worksPerSecond: collection.works / seconds,
      settlingSeconds: null,
      memoryBytes: networkKinds.reduce((sum, kind) => {
        const { dims = 0, leadingDims = 0 } = table.column(spaceOf(kind)) ?? {};
        return sum + 4 * collection.works * (dims + leadingDims);
      }, 0),
      diskBytes: null,
    },
  };
}

/** As the index in memory ranks few works: it narrows down many by their leading values first. */
function rankExactly(
  table: WorkTable,
  { terms, excludeIds }: IndexRequest,
  matching: readonly string[] | null,
  count: number,
): readonly string[] {
  const directions = blendTerms(terms);
  const rows = table.rowsWithAll(
    directions.map(({ spaceId }) => spaceId),
    matching,
  );
  const scores = new Float64Array(table.size);
  for (const { spaceId, vector } of directions) {
    const column = table.column(spaceId);
    if (column) addDotProducts(column.vectors, column.dims, vector, rows, scores);
  }
  return topK(scores, rows, count + excludeIds.length, (a, b) => a - b)
    .map((row) => table.idAt(row))
    .filter((id) => !excludeIds.includes(id))
    .slice(0, count);
}
