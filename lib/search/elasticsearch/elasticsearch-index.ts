import { type Client, errors, type estypes } from '@elastic/elasticsearch';
import { type FacetName, type Facets } from '@/lib/catalog/artwork';
import { type Database } from '@/lib/catalog/database';
import { metrics } from '@/lib/platform/metrics';
import { Problem } from '@/lib/platform/problem';
import { type IndexRequest, type SearchIndex } from '../search-index';
import { createGuard } from './circuit-breaker';
import { liveIndex } from './own-indices';
import { expectedTotals } from './query/expected-totals';
import { rankHits, type RankingLimits, rankingLimits, rankingOf } from './query/rank-hits';
import {
  countRequests,
  facetsRequest,
  type ResolvedRequest,
  targetOf,
  totalOf,
} from './query/search-requests';
import { searchTogether } from './query/search-together';
import { type IndexShape, liveAlias } from './index-naming';
import { resolveText } from './query/text';

export interface ElasticsearchIndexOptions {
  /** Closed with the index. */
  readonly client: Client;
  readonly db: Database;
  readonly shape: IndexShape;
  readonly limits?: Partial<RankingLimits>;
}

/**
 * The index for a public site: `dense_vector` graphs and exact scores in Elasticsearch, which follows Postgres (see
 * follow.ts) with a second's delay. Text is resolved by Postgres.
 */
export function elasticsearchIndex({ client, db, shape, limits }: ElasticsearchIndexOptions): SearchIndex {
  const guard = createGuard();
  const ask = (request: estypes.SearchRequest) => guard.run(() => measured(() => client.search(request)));
  const askTogether = (requests: readonly estypes.SearchRequest[]) =>
    guard.run(async () => (await measured(() => searchTogether(client, requests))).responses);
  const totals = expectedTotals();
  const ranking = { ...rankingLimits, ...limits };

  async function answer(request: IndexRequest) {
    const { withFacets, ...wanted } = request;
    const resolved = {
      ...wanted,
      target: targetOf(shape, request),
      text: await resolveText(db, request.filter.text),
    };
    const counting = withFacets ? ask(facetsRequest(resolved)).then(facetsOf) : Promise.resolve(null);
    // Its error is told by the other request; alone it would be nobody's.
    counting.catch(() => undefined);
    const { total, early } = await countedEarly(resolved);
    const hits = await rankHits({ client, ask, shape }, resolved, total, ranking, early);
    totals.remember(resolved, total);
    return { hits, total, facets: await counting };
  }

  /** How many works match; and the hits in the same answer, where about how many there are is known from before. */
  async function countedEarly(resolved: ResolvedRequest) {
    const expected = totals.expected(resolved);
    const { way, request } =
      expected === null
        ? { way: 'nothing' as const, request: null }
        : rankingOf(resolved, expected, ranking, shape);
    const counts = countRequests(resolved);
    const responses = await askTogether(request === null ? counts : [...counts, request]);
    const response = responses[counts.length];
    return {
      total: totalOf(responses.slice(0, counts.length)),
      early: response && { way, response },
    };
  }

  async function refuseForeignSpaces({ terms }: IndexRequest): Promise<void> {
    const live = await guard.run(() => liveIndex(client, shape));
    if (!live) throw beingBuilt();
    const held: string[] = Object.values(live.spaces);
    for (const { kind, spaceId } of terms) {
      if (!held.includes(spaceId))
        throw new Problem(
          'conflict',
          `The ${kind} vector is of the space ${spaceId}, which is not searched now; vectors of different spaces cannot be compared. Held are: ${held.join(', ') || 'none'}.`,
          { spaceId, held },
        );
    }
  }

  return {
    name: 'elasticsearch',
    async search(request) {
      try {
        const found = await answer(request);
        // An index without such a field finds nothing by it.
        if (found.total === 0) await refuseForeignSpaces(request);
        return found;
      } catch (error) {
        if (!isMissingIndex(error)) throw error;
        await refuseForeignSpaces(request);
        // Switched while it was asked.
        return await answer(request);
      }
    },
    async check() {
      if (!(await guard.run(() => client.indices.existsAlias({ name: liveAlias(shape) }))))
        throw beingBuilt();
    },
    async count() {
      const live = await guard.run(() => liveIndex(client, shape));
      if (!live) return 0;
      const should = Object.values(live.spaces).map((field) => ({ exists: { field } }));
      return (await guard.run(() => client.count({ index: live.name, query: { bool: { should } } }))).count;
    },
    close: () => client.close(),
  };
}

/** Counts apart what a search took in Elasticsearch, by its own word, and what the way there and back took. */
async function measured<R extends { readonly took: number }>(ask: () => Promise<R>): Promise<R> {
  const started = performance.now();
  const response = await ask();
  const { elasticsearchSeconds } = metrics();
  elasticsearchSeconds.observe({ part: 'took' }, response.took / 1000);
  const overheadMs = performance.now() - started - response.took;
  // `took` is whole milliseconds, so it may be more than what was waited.
  elasticsearchSeconds.observe({ part: 'overhead' }, Math.max(0, overheadMs) / 1000);
  return response;
}

function facetsOf({ aggregations = {} }: estypes.SearchResponse): Facets {
  const values = (name: FacetName) => {
    const { values } = aggregations[name] as { values: estypes.AggregationsStringTermsAggregate };
    const buckets = values.buckets as estypes.AggregationsStringTermsBucket[];
    return buckets.map(({ key, doc_count: count }) => ({ value: String(key), count }));
  };
  return {
    artist: values('artist'),
    movement: values('movement'),
    subject: values('subject'),
    century: values('century'),
  };
}

function isMissingIndex(error: unknown): boolean {
  return error instanceof errors.ResponseError && error.statusCode === 404;
}

function beingBuilt(): Problem {
  return new Problem('unavailable', 'The search index is being built. Try again in a moment.', {
    retryAfterSeconds: 5,
  });
}
