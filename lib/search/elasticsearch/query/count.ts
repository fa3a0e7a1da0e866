import { type estypes } from '@elastic/elasticsearch';
import { recentlyUsed } from '@/lib/platform/recently-used';
import { common, matching, type ResolvedRequest } from './filter';

/**
 * Counts the works that match and have every embedding asked for, then those of them that are excluded. The first
 * count is the same for every picture searched by, so Elasticsearch caches it until works change; counting a million
 * works takes as long as ranking them.
 */
export function countRequests(
  request: ResolvedRequest,
): readonly [all: estypes.SearchRequest, ...excluded: estypes.SearchRequest[]] {
  const { excludeIds } = request;
  const count = (...queries: estypes.QueryDslQueryContainer[]): estypes.SearchRequest => ({
    index: request.target,
    ...common,
    size: 0,
    track_total_hits: true,
    query: { bool: { filter: [...queries, ...matching(request)] } },
  });
  return excludeIds.length === 0 ? [count()] : [count(), count({ terms: { id: [...excludeIds] } })];
}

/** Reads the answers to {@link countRequests}. */
export function totalOf(responses: readonly Pick<estypes.SearchResponse, 'hits'>[]): number {
  const [all = 0, excluded = 0] = responses.map(({ hits: { total } }) =>
    typeof total === 'object' ? total.value : (total ?? 0),
  );
  return all - excluded;
}

/** A few hundred bytes each. */
const rememberedMax = 1_000;

/**
 * Remembers how many works each filter left last time. The next search by that filter is planned with this number and
 * sent together with its count, which saves a round trip. The answer itself never depends on it.
 */
export function rememberTotals(): {
  expected(request: ResolvedRequest): number | null;
  remember(request: ResolvedRequest, total: number): void;
} {
  const totals = recentlyUsed<number>(rememberedMax);
  return {
    expected: (request) => totals.get(keyOf(request)) ?? null,
    remember: (request, total) => totals.set(keyOf(request), total),
  };
}

/** The vectors do not matter: every work with embeddings in these spaces counts. */
function keyOf({ terms, filter }: ResolvedRequest): string {
  return JSON.stringify([[...new Set(terms.map(({ spaceId }) => spaceId))].sort(), filter]);
}
