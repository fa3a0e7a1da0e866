import { type estypes } from '@elastic/elasticsearch';
import { facetNames } from '@/lib/catalog/artwork';
import { type BlendedDirection, blendTerms } from '../../blend';
import { type IndexRequest } from '../../search-index';
import { filterQueries, isReady, type TextCondition } from './filter';
import { oversampling } from '../index-definition';
import { type IndexShape, liveAlias, spaceAlias } from '../index-naming';
import { floats } from '../vector-encoding';

type Query = estypes.QueryDslQueryContainer;
type Search = estypes.SearchRequest;

/** A request for the index, with what its text came down to, and the index or alias that is to answer it. */
export type ResolvedRequest = Omit<IndexRequest, 'withFacets'> & {
  readonly text: TextCondition | null;
  readonly target: string;
};

/** Of each facet the most frequent values only, as the embedded index has them. */
const facetValuesMax = 500;
/** Counts are true as long as no shard has more values than this. */
const facetShardValues = 5_000;

/** Elasticsearch's own limit for `from` + `size`; beyond it pages are walked to. */
export const resultWindow = 10_000;

const common = {
  _source: false,
  // Half an answer is none.
  allow_partial_search_results: false,
} satisfies Partial<Search>;

const order: estypes.Sort = [{ _score: { order: 'desc' } }, { id: { order: 'asc' } }];

/** Where a request is answered: under the name of its first space. */
export function targetOf(shape: IndexShape, { terms: [first] }: Pick<IndexRequest, 'terms'>): string {
  return first === undefined ? liveAlias(shape) : spaceAlias(shape, first.spaceId);
}

/**
 * Count how many works the filter leaves that have an embedding of every kind asked for: all of them, and those that
 * are left out one by one. The first is the same for every picture that is searched by, so Elasticsearch counts once
 * and remembers it until works change; a million works take it as long as their ranking.
 */
export function countRequests(request: ResolvedRequest): readonly [all: Search, ...leftOut: Search[]] {
  const { excludeIds } = request;
  const counted = (...queries: Query[]): Search => ({
    index: request.target,
    ...common,
    size: 0,
    track_total_hits: true,
    query: { bool: { filter: [...queries, ...matching(request)] } },
  });
  return excludeIds.length === 0 ? [counted()] : [counted(), counted({ terms: { id: [...excludeIds] } })];
}

/** What the answers to {@link countRequests} say. */
export function totalOf(responses: readonly Pick<estypes.SearchResponse, 'hits'>[]): number {
  const [all = 0, leftOut = 0] = responses.map(({ hits: { total } }) =>
    typeof total === 'object' ? total.value : (total ?? 0),
  );
  return all - leftOut;
}

/** How many works each value would leave, a facet's own choice not narrowing its own counts. */
export function facetsRequest({ target, text, filter, excludeIds }: ResolvedRequest): Search {
  return {
    index: target,
    ...common,
    size: 0,
    track_total_hits: false,
    query: {
      bool: { filter: [isReady, ...filterQueries({}, text)], ...exclusion({ excludeIds }) },
    },
    aggs: Object.fromEntries(
      facetNames.map((name) => [
        name,
        {
          filter: { bool: { filter: filterQueries(filter, null, name) } },
          aggs: {
            values: {
              terms: {
                field: name,
                size: facetValuesMax,
                shard_size: facetShardValues,
                order: [{ _count: 'desc' as const }, { _key: 'asc' as const }],
              },
            },
          },
        },
      ]),
    ),
  };
}

/** One stretch of a walk through all hits, in a point in time. */
export interface WalkStep {
  readonly pit: string;
  readonly size: number;
  /** The sort values of the hit before the stretch; null at the beginning. */
  readonly after: estypes.SortResults | null;
  /** Only walked over: the hits' fields are not needed. */
  readonly skipped: boolean;
}

/** Scores every work that matches: one page, or one step of a walk. */
export function exactRequest(request: ResolvedRequest, step?: WalkStep): Search {
  const directions = blendTerms(request.terms);
  const query = scored({ bool: { filter: matching(request), ...exclusion(request) } }, directions);
  if (!step) return { index: request.target, ...page(request, directions), query };
  const { pit, size, after, skipped } = step;
  return {
    ...common,
    pit: { id: pit, keep_alive: '1m' },
    size,
    track_total_hits: false,
    query,
    sort: order,
    ...(after === null ? {} : { search_after: after }),
    ...(skipped ? {} : { docvalue_fields: docvalues(directions) }),
  };
}

/** How far the graph of each kind is walked, in each shard. */
export interface Candidates {
  /** How many nearest works are candidates: `k`. */
  readonly kept: number;
  /** Among how many they are looked for, 10,000 at most: `num_candidates`. The more, the fewer are missed. */
  readonly walked: number;
}

/**
 * Gathers the nearest works of each kind by its graph, with the filter inside, and scores their union exactly. The
 * same candidates for every page, so that pages neither overlap nor leave a gap. What is left out one by one, or
 * for want of another kind, is taken from the union: few works, for which no graph need be walked through a filter.
 * @param vectors how the graph keeps its vectors
 */
export function approximateRequest(
  request: ResolvedRequest,
  { kept, walked }: Candidates,
  vectors: IndexShape['vectors'],
): Search {
  const directions = blendTerms(request.terms);
  const narrowing = narrowingQueries(request);
  const oversample = oversampling[vectors];
  const candidates = directions.map(({ spaceId, vector }) => ({
    knn: {
      field: spaceId,
      query_vector: floats(unit(vector)),
      k: kept,
      num_candidates: walked,
      ...(narrowing.length === 0 ? {} : { filter: narrowing }),
      ...(oversample === null ? {} : { rescore_vector: { oversample } }),
    },
  }));
  const union: Query = {
    bool: {
      should: candidates,
      minimum_should_match: 1,
      filter: existence(directions),
      ...exclusion(request),
    },
  };
  return { index: request.target, ...page(request, directions), query: scored(union, directions) };
}

function page({ offset, limit }: ResolvedRequest, directions: readonly BlendedDirection[]) {
  return {
    ...common,
    from: offset,
    size: limit,
    track_total_hits: false,
    sort: order,
    docvalue_fields: docvalues(directions),
  };
}

function docvalues(directions: readonly BlendedDirection[]) {
  return [{ field: 'id' }, ...directions.map(({ spaceId }) => ({ field: spaceId }))];
}

function matching(request: ResolvedRequest): Query[] {
  return [...existence(blendTerms(request.terms)), ...narrowingQueries(request)];
}

/** Nothing where all works are meant; else only ready ones are, as in every list. */
function narrowingQueries({ filter, text }: ResolvedRequest): Query[] {
  const narrowing = filterQueries(filter, text);
  return narrowing.length === 0 ? [] : [isReady, ...narrowing];
}

function existence(directions: readonly BlendedDirection[]): Query[] {
  return directions.map(({ spaceId }) => ({ exists: { field: spaceId } }));
}

function exclusion({ excludeIds }: Pick<ResolvedRequest, 'excludeIds'>): estypes.QueryDslBoolQuery {
  return excludeIds.length === 0 ? {} : { must_not: [{ terms: { id: [...excludeIds] } }] };
}

/**
 * score = Σ weight · cosine, as one dot product a kind (see `blendTerms`). Elasticsearch allows no negative score,
 * so the least that there can be, −Σ‖direction‖, is taken off; a little more for rounding.
 */
function scored(query: Query, directions: readonly BlendedDirection[]): Query {
  const lift = directions.reduce((sum, { vector }) => sum + Math.hypot(...vector), 0) + 1e-3;
  const parts = directions.map(({ kind, spaceId }) => `dotProduct(params.${kind}, '${spaceId}')`);
  return {
    script_score: {
      query,
      script: {
        // The source is the same for all queries of the same spaces: it is compiled once.
        source: [...parts, 'params.lift'].join(' + '),
        params: {
          lift,
          ...Object.fromEntries(directions.map(({ kind, vector }) => [kind, floats(vector)])),
        },
      },
    },
  };
}

/** Vectors of `dot_product` fields are of unit length, and so must be what is compared with them. */
function unit(vector: Float64Array): Float64Array {
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}
