import { type Client, type estypes } from '@elastic/elasticsearch';
import { timed } from '@/lib/platform/stage';
import { dot } from '@/lib/vision/dot';
import { blendTerms, explainCosines } from '../../blend';
import { type IndexHit } from '../../search-index';
import {
  approximateRequest,
  type Candidates,
  exactRequest,
  type ResolvedRequest,
  resultWindow,
} from './search-requests';
import { type IndexShape } from '../index-naming';

export interface RankingLimits {
  /** Up to so many works that the filter leaves, each is scored: that takes no longer than walking a graph. */
  readonly exactWorksMax: number;
  /** The hits that graphs are asked for, from the first; pages behind them are ranked exactly. */
  readonly approximateDepth: number;
  /** How many nearest works of each kind are candidates, from each shard. */
  readonly kept: { readonly ofOneKind: number; readonly ofBlend: number };
  /**
   * Among how many a shard looks for them: one for so many works that match there, since a larger graph hides more;
   * within bounds, the upper of which is Elasticsearch's own.
   */
  readonly walked: { readonly worksForOne: number; readonly min: number; readonly max: number };
  /** How far Elasticsearch pages by itself; pages beyond are walked to. */
  readonly window: number;
}

export const rankingLimits: RankingLimits = {
  exactWorksMax: 50_000,
  approximateDepth: 120,
  kept: { ofOneKind: 200, ofBlend: 2_500 },
  walked: { worksForOne: 35, min: 3_000, max: 10_000 },
  window: resultWindow,
};

export interface Asking {
  readonly client: Client;
  ask(request: estypes.SearchRequest): Promise<estypes.SearchResponse>;
  readonly shape: GraphShape;
}

/** In how many graphs, and how kept, the vectors of one kind are. */
export type GraphShape = Pick<IndexShape, 'shards' | 'vectors'>;

/** How a page is ranked, and the one request that does it; null where it has no hits or has to be walked to. */
export interface Ranking {
  readonly way: 'nothing' | 'graphs' | 'exact' | 'walk';
  readonly request: estypes.SearchRequest | null;
}

/**
 * Exactly where that is cheap or where graphs would miss too much, else by graphs.
 * @param total how many works match
 */
export function rankingOf(
  request: ResolvedRequest,
  total: number,
  limits: RankingLimits,
  shape: GraphShape,
): Ranking {
  if (hitsOnPage(request, total) === 0) return { way: 'nothing', request: null };
  if (!isForGraphs(request, total, limits)) return exactly(request, limits);
  const candidates = candidatesOf(blendTerms(request.terms).length, total / shape.shards, limits);
  return { way: 'graphs', request: approximateRequest(request, candidates, shape.vectors) };
}

/**
 * How far graphs are walked for a blend of so many kinds, where so many works match in each shard. What is nearest by
 * a blend need not be among the nearest by any one kind, so blends keep more of each.
 */
export function candidatesOf(kinds: number, worksPerShard: number, limits: RankingLimits): Candidates {
  const { worksForOne, min, max } = limits.walked;
  const walked = Math.min(max, Math.max(min, Math.ceil(worksPerShard / worksForOne)));
  return { kept: Math.min(walked, kinds > 1 ? limits.kept.ofBlend : limits.kept.ofOneKind), walked };
}

function exactly(request: ResolvedRequest, { window }: RankingLimits): Ranking {
  return request.offset + request.limit <= window
    ? { way: 'exact', request: exactRequest(request) }
    : { way: 'walk', request: null };
}

/** How many hits there must be on a page. */
function hitsOnPage({ offset, limit }: ResolvedRequest, total: number): number {
  return Math.max(0, Math.min(limit, total - offset));
}

/**
 * One page of hits.
 * @param total how many works match
 * @param early what a request of {@link rankingOf} was answered with, where it was sent before the total was known
 */
export async function rankHits(
  asking: Asking,
  request: ResolvedRequest,
  total: number,
  limits: RankingLimits,
  early?: { readonly way: Ranking['way']; readonly response: estypes.SearchResponse },
): Promise<IndexHit[]> {
  const first = rankingOf(request, total, limits, asking.shape);
  const answered = async ({ way, request: sent }: Ranking): Promise<readonly estypes.SearchHit[]> => {
    if (way === 'nothing') return [];
    if (sent === null) return walkTo(asking, request, limits.window);
    return (way === early?.way ? early.response : await asking.ask(sent)).hits.hits;
  };
  let hits = await answered(first);
  // A filter can cut a graph into parts that its walk does not reach.
  if (first.way === 'graphs' && hits.length < hitsOnPage(request, total))
    hits = await answered(exactly(request, limits));
  return timed('rescoring', () => inOrder(hits, request));
}

/**
 * Graphs lead to what is near. What is far from a picture (a negative weight) or behind the first pages they find
 * badly, and in a small set they save nothing.
 */
export function isForGraphs(
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

/** Pages beyond the result window: hit after hit in one point in time, at most a window at once. */
async function walkTo(
  { client, ask }: Asking,
  request: ResolvedRequest,
  window: number,
): Promise<estypes.SearchHit[]> {
  const { id: pit } = await client.openPointInTime({ index: request.target, keep_alive: '1m' });
  try {
    let after: estypes.SortResults | null = null;
    for (let left = request.offset; left > 0;) {
      const size = Math.min(left, window);
      const { hits }: estypes.SearchResponse = await ask(
        exactRequest(request, { pit, size, after, skipped: true }),
      );
      const last = hits.hits.at(-1);
      if (!last?.sort || hits.hits.length < size) return [];
      after = last.sort;
      left -= size;
    }
    const { hits } = await ask(exactRequest(request, { pit, size: request.limit, after, skipped: false }));
    return hits.hits;
  } finally {
    await client.closePointInTime({ id: pit }).catch(() => undefined);
  }
}

/** Scores anew in double precision, as the embedded index does, and orders by them. */
function inOrder(hits: readonly estypes.SearchHit[], { terms }: ResolvedRequest): IndexHit[] {
  const directions = blendTerms(terms);
  return hits
    .map(({ fields = {} }) => {
      const vectors = new Map(directions.map(({ kind, spaceId }) => [kind, vectorOf(fields[spaceId])]));
      const score = directions.reduce(
        (sum, { kind, vector }) => sum + dot(vector, vectors.get(kind) ?? []),
        0,
      );
      const cosines = explainCosines(terms, (kind) => vectors.get(kind) ?? []);
      return { artworkId: String((fields.id as unknown[])[0]), score, cosines };
    })
    .sort((a, b) => b.score - a.score || (a.artworkId < b.artworkId ? -1 : 1));
}

/** A doc value of a vector comes as the one value of its field. */
function vectorOf(value: unknown): readonly number[] {
  const [first] = value as [number[] | number];
  return Array.isArray(first) ? first : (value as number[]);
}
