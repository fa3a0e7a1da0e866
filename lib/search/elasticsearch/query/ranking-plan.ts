import { type estypes } from '@elastic/elasticsearch';
import { blendTerms } from '../../blend';
import { type IndexLayout } from '../index-naming';
import { type ResolvedRequest } from './filter';
import { approximateRequest, type Candidates, exactRequest, resultWindow } from './ranking-requests';

export interface RankingLimits {
  /** If the filter leaves at most this many works, each is scored: that takes no longer than walking a graph. */
  readonly exactWorksMax: number;
  /** Graphs answer pages up to this hit; later pages are ranked exactly. */
  readonly approximateDepth: number;
  /** How many nearest works of each kind become candidates, per shard. */
  readonly k: { readonly singleKind: number; readonly blend: number };
  /**
   * How many works a shard examines to find them: one per `worksPerCandidate` works that match there, since a larger
   * graph hides more, but at least `min` and at most `max`, which is Elasticsearch's own limit.
   */
  readonly numCandidates: { readonly worksPerCandidate: number; readonly min: number; readonly max: number };
  /** How deep Elasticsearch pages by `from` and `size`. */
  readonly window: number;
}

export const rankingLimits: RankingLimits = {
  exactWorksMax: 100_000,
  approximateDepth: 120,
  k: { singleKind: 200, blend: 2_500 },
  numCandidates: { worksPerCandidate: 35, min: 3_000, max: 10_000 },
  window: resultWindow,
};

/** How many graphs hold the vectors of one kind, and how they store them. */
export type GraphLayout = Pick<IndexLayout, 'shards' | 'vectors'>;

/** How a page is ranked, and the one request that does it; null if the page is empty or needs several requests. */
export interface RankingPlan {
  readonly method: 'nothing' | 'graphs' | 'exact' | 'deep';
  readonly request: estypes.SearchRequest | null;
}

/**
 * Exact ranking where it is cheap or where graphs would miss too much; graphs otherwise.
 * @param total how many works match
 */
export function planRanking(
  request: ResolvedRequest,
  total: number,
  limits: RankingLimits,
  layout: GraphLayout,
): RankingPlan {
  if (hitsOnPage(request, total) === 0) return { method: 'nothing', request: null };
  if (!suitsGraphs(request, total, limits)) return planExactRanking(request, limits);
  const candidates = candidatesOf(blendTerms(request.terms).length, total / layout.shards, limits);
  return { method: 'graphs', request: approximateRequest(request, candidates, layout.vectors) };
}

export function planExactRanking(request: ResolvedRequest, { window }: RankingLimits): RankingPlan {
  return request.offset + request.limit <= window
    ? { method: 'exact', request: exactRequest(request) }
    : { method: 'deep', request: null };
}

/** How many hits a page must have. */
export function hitsOnPage({ offset, limit }: ResolvedRequest, total: number): number {
  return Math.max(0, Math.min(limit, total - offset));
}

/**
 * How far graphs are walked. The nearest works by a blend need not be among the nearest by any one of its kinds, so a
 * blend collects more of each.
 */
export function candidatesOf(kinds: number, worksPerShard: number, limits: RankingLimits): Candidates {
  const { worksPerCandidate, min, max } = limits.numCandidates;
  const numCandidates = Math.min(max, Math.max(min, Math.ceil(worksPerShard / worksPerCandidate)));
  return { k: Math.min(numCandidates, kinds > 1 ? limits.k.blend : limits.k.singleKind), numCandidates };
}

/**
 * Graphs find what is near. They find works far from a picture (a negative weight) and pages beyond the first few
 * badly, and they save nothing in a small set.
 */
function suitsGraphs(
  { terms, offset, limit }: Pick<ResolvedRequest, 'terms' | 'offset' | 'limit'>,
  total: number,
  { exactWorksMax, approximateDepth }: RankingLimits,
): boolean {
  return (
    total > exactWorksMax &&
    offset + limit <= approximateDepth &&
    terms.length > 0 &&
    terms.every(({ weight }) => weight > 0)
  );
}
