import { type Client, errors, type estypes } from '@elastic/elasticsearch';
import { type Database } from '@/lib/catalog/database';
import { metrics } from '@/lib/platform/metrics';
import { Problem } from '@/lib/platform/problem';
import { type IndexRequest, type SearchIndex } from '../search-index';
import { createCircuitBreaker } from './circuit-breaker';
import { type IndexLayout, liveAlias } from './index-naming';
import { liveIndex } from './managed-indices';
import { countRequests, rememberTotals, totalOf } from './query/count';
import { facetsOf, facetsRequest } from './query/facets';
import { type ResolvedRequest, targetOf } from './query/filter';
import { searchTogether } from './query/multi-search';
import { type EarlyRanking, rankHits } from './query/rank-hits';
import { planRanking, type RankingLimits, rankingLimits } from './query/ranking-plan';
import { resolveText } from './query/text';
import { encodingsFor } from './vector-encoding';

export interface ElasticsearchIndexOptions {
  /** Closed with the index. */
  readonly client: Client;
  readonly db: Database;
  readonly layout: IndexLayout;
  readonly limits?: Partial<RankingLimits>;
}

/**
 * The index for a public site: `dense_vector` graphs and exact scores in Elasticsearch, which follows Postgres (see
 * sync/run-indexer.ts) within a second or two. Postgres resolves the text of a query.
 */
export function elasticsearchIndex({ client, db, layout, limits }: ElasticsearchIndexOptions): SearchIndex {
  const breaker = createCircuitBreaker();
  const search = (request: estypes.SearchRequest) =>
    breaker.run(() => measured(() => client.search(request)));
  const totals = rememberTotals();
  const ranking = { ...rankingLimits, ...limits };

  async function answer(request: IndexRequest) {
    const { withFacets, ...rest } = request;
    const [text, { vectorForm }] = await Promise.all([
      resolveText(db, request.filter.text),
      breaker.run(() => encodingsFor(client)),
    ]);
    const resolved = { ...rest, target: targetOf(layout, request), text, vectorForm };
    const counting = withFacets ? search(facetsRequest(resolved)).then(facetsOf) : Promise.resolve(null);
    // If ranking fails first, nobody awaits this one any more.
    counting.catch(() => undefined);
    const { total, early } = await count(resolved);
    const hits = await rankHits({ client, search, layout }, resolved, total, ranking, early);
    totals.remember(resolved, total);
    return { hits, total, facets: await counting };
  }

  /** How many works match. If the total is known from an earlier search, the hits come in the same round trip. */
  async function count(request: ResolvedRequest): Promise<{ total: number; early?: EarlyRanking }> {
    const counts = countRequests(request);
    const expected = totals.expected(request);
    const plan = expected === null ? null : planRanking(request, expected, ranking, layout);
    const requests = plan?.request ? [...counts, plan.request] : counts;
    const { responses } = await breaker.run(() => measured(() => searchTogether(client, requests)));
    const total = totalOf(responses.slice(0, counts.length));
    const response = responses[counts.length];
    return plan && response ? { total, early: { method: plan.method, response } } : { total };
  }

  async function refuseForeignSpaces({ terms }: IndexRequest): Promise<void> {
    const live = await breaker.run(() => liveIndex(client, layout));
    if (!live) throw beingBuilt();
    const held: string[] = Object.values(live.spaces);
    for (const { kind, spaceId } of terms) {
      if (!held.includes(spaceId))
        throw new Problem(
          'conflict',
          `The ${kind} vector belongs to the space ${spaceId}, which is not searched now, and vectors of different spaces cannot be compared. The index holds: ${held.join(', ') || 'none'}.`,
          { spaceId, held },
        );
    }
  }

  return {
    name: 'elasticsearch',
    async search(request) {
      try {
        const found = await answer(request);
        // A query on a field that the index does not have finds nothing instead of failing.
        if (found.total === 0) await refuseForeignSpaces(request);
        return found;
      } catch (error) {
        if (!isMissingIndex(error)) throw error;
        await refuseForeignSpaces(request);
        // The alias moved while the request was on its way.
        return await answer(request);
      }
    },
    async check() {
      if (!(await breaker.run(() => client.indices.existsAlias({ name: liveAlias(layout) }))))
        throw beingBuilt();
    },
    async count() {
      const live = await breaker.run(() => liveIndex(client, layout));
      if (!live) return 0;
      const should = Object.values(live.spaces).map((field) => ({ exists: { field } }));
      return (await breaker.run(() => client.count({ index: live.name, query: { bool: { should } } }))).count;
    },
    close: () => client.close(),
  };
}

/** Records separately the time that Elasticsearch reports (`took`) and the overhead around it. */
async function measured<R extends { readonly took: number }>(request: () => Promise<R>): Promise<R> {
  const started = performance.now();
  const response = await request();
  const { elasticsearchSeconds } = metrics();
  elasticsearchSeconds.observe({ part: 'took' }, response.took / 1000);
  const overheadMs = performance.now() - started - response.took;
  // `took` is in whole milliseconds, so it can exceed the time measured here.
  elasticsearchSeconds.observe({ part: 'overhead' }, Math.max(0, overheadMs) / 1000);
  return response;
}

function isMissingIndex(error: unknown): boolean {
  return error instanceof errors.ResponseError && error.statusCode === 404;
}

function beingBuilt(): Problem {
  return new Problem('unavailable', 'The search index is being built. Try again in a moment.', {
    retryAfterSeconds: 5,
  });
}
