import { type estypes } from '@elastic/elasticsearch';
import { type BlendedDirection, blendTerms } from '../../blend';
import { oversampling } from '../index-definition';
import { type IndexLayout } from '../index-naming';
import { floats, queryVector } from '../vector-encoding';
import { common, exclusion, hasEmbeddings, matching, narrowing, type ResolvedRequest } from './filter';

type Query = estypes.QueryDslQueryContainer;
type Search = estypes.SearchRequest;

/** Elasticsearch's own limit for `from` + `size`. Deeper pages are reached by `search_after`. */
export const resultWindow = 10_000;

const order: estypes.Sort = [{ _score: { order: 'desc' } }, { id: { order: 'asc' } }];

/** One step to a page behind the result window, in a point in time. */
export interface DeepStep {
  readonly pit: string;
  readonly size: number;
  /** The sort values of the hit before this step; null at the beginning. */
  readonly after: estypes.SortResults | null;
  /** These hits come before the page, so their fields are not needed. */
  readonly skipped: boolean;
}

/** Scores every work that matches: one page, or one step to a deep page. */
export function exactRequest(request: ResolvedRequest, step?: DeepStep): Search {
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
    ...(skipped ? {} : { docvalue_fields: docvalues(request, directions) }),
  };
}

/** How many nearest works each shard returns (`k`), and how many it examines to find them (`num_candidates`). */
export interface Candidates {
  readonly k: number;
  /** 10,000 at most, which is Elasticsearch's own limit. The more, the fewer are missed. */
  readonly numCandidates: number;
}

/**
 * Collects the nearest works of each kind from its graph, filtered inside the graph, and scores their union exactly.
 * The candidates are the same for every page, so pages neither overlap nor leave a gap. Excluded works, and works that
 * lack another kind, are removed from the union: they are few, and a filter inside the graph would cost more.
 * @param vectors how the graph stores its vectors
 */
export function approximateRequest(
  request: ResolvedRequest,
  { k, numCandidates }: Candidates,
  vectors: IndexLayout['vectors'],
): Search {
  const directions = blendTerms(request.terms);
  const filter = narrowing(request);
  const oversample = oversampling[vectors];
  const candidates = directions.map(({ spaceId, vector }) => ({
    knn: {
      field: spaceId,
      query_vector: queryVector(unit(vector), request.vectorForm),
      k,
      num_candidates: numCandidates,
      ...(filter.length === 0 ? {} : { filter }),
      ...(oversample === null ? {} : { rescore_vector: { oversample } }),
    },
  }));
  const union: Query = {
    bool: {
      should: candidates,
      minimum_should_match: 1,
      filter: hasEmbeddings(directions),
      ...exclusion(request),
    },
  };
  return { index: request.target, ...page(request, directions), query: scored(union, directions) };
}

function page(request: ResolvedRequest, directions: readonly BlendedDirection[]) {
  return {
    ...common,
    from: request.offset,
    size: request.limit,
    track_total_hits: false,
    sort: order,
    docvalue_fields: docvalues(request, directions),
  };
}

function docvalues({ vectorForm }: ResolvedRequest, directions: readonly BlendedDirection[]) {
  const format = vectorForm === 'array' ? {} : { format: vectorForm };
  return [{ field: 'id' }, ...directions.map(({ spaceId }) => ({ field: spaceId, ...format }))];
}

/**
 * score = Σ weight · cosine, as one dot product per kind (see `blendTerms`). Elasticsearch refuses negative scores, so
 * the lowest possible score, −Σ‖direction‖, is subtracted, with a small margin for rounding.
 */
function scored(query: Query, directions: readonly BlendedDirection[]): Query {
  const lift = directions.reduce((sum, { vector }) => sum + Math.hypot(...vector), 0) + 1e-3;
  const parts = directions.map(({ kind, spaceId }) => `dotProduct(params.${kind}, '${spaceId}')`);
  return {
    script_score: {
      query,
      script: {
        // Queries in the same spaces share one source, which Elasticsearch then compiles only once.
        source: [...parts, 'params.lift'].join(' + '),
        params: {
          lift,
          ...Object.fromEntries(directions.map(({ kind, vector }) => [kind, floats(vector)])),
        },
      },
    },
  };
}

/** Fields with `dot_product` hold unit vectors, and Elasticsearch wants the query vector to be one too. */
function unit(vector: Float64Array): Float64Array {
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}
