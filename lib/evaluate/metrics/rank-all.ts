import { expandedKinds, expansionWindow, rerank } from '@/lib/search/ranking/query-expansion';
import { dot } from '@/lib/vision/dot';
import type { Embedding, NetworkKind } from '@/lib/vision/embedding';

/** Which pictures may not answer which query: the query's own near-duplicates, or another source family. */
export type PairFilter = (query: number, candidate: number) => boolean;

/** By cosine alone, or as the site ranks a search with one picture by style: lib/search/ranking. */
export const rankings = ['cosine', 'expanded'] as const;
export type Ranking = (typeof rankings)[number];

/** How the site ranks a search with one picture in this kind. */
export function rankingOf(kind: NetworkKind): Ranking {
  return expandedKinds.includes(kind) ? 'expanded' : 'cosine';
}

export interface RankingOptions {
  /** How many hits to keep for each query. */
  readonly depth: number;
  /** Pairs for which this is false are left out of the ranking: neither hit nor miss. Default: all pairs count. */
  readonly allowed?: PairFilter;
  /** Pictures for which this is false are candidates only; their own ranking stays empty. Default: all are queries. */
  readonly isQuery?: (query: number) => boolean;
  /** Vectors that ask in place of the pictures' own, one for each; a comparison may need another form of them. */
  readonly queries?: readonly Embedding[];
  /** `cosine` when left out. */
  readonly ranking?: Ranking;
}

/**
 * Leave-one-out retrieval: each picture is the query once and all others are ranked by dot product, which for unit
 * vectors is the cosine. Exact; equal products in order of index. Result: per query the candidates' indices,
 * best first.
 */
export function rankAll(embeddings: readonly Embedding[], options: RankingOptions): number[][] {
  const { depth, allowed = () => true, isQuery = () => true, queries = embeddings, ranking } = options;
  return queries.map((query, queryIndex) => {
    if (!isQuery(queryIndex)) return [];
    const nearest = nearestOf(query, embeddings, {
      depth: ranking === 'expanded' ? Math.max(depth, expansionWindow) : depth,
      allowed: (index) => index !== queryIndex && allowed(queryIndex, index),
    });
    return ranking === 'expanded' ? expanded(query, nearest, embeddings).slice(0, depth) : nearest;
  });
}

/** Indices of the candidates with the greatest dot products, best first; equal products in order of index. */
export function nearestOf(
  query: Embedding,
  embeddings: readonly Embedding[],
  { depth, allowed }: { readonly depth: number; readonly allowed: (candidate: number) => boolean },
): number[] {
  const best = new BestOf(depth);
  embeddings.forEach((candidate, index) => {
    if (allowed(index)) best.offer(index, dot(query, candidate));
  });
  return best.indices;
}

/** Candidates, nearest first → the same with the first of them in the site's order. */
export function expanded(
  query: Embedding,
  nearest: readonly number[],
  embeddings: readonly Embedding[],
): number[] {
  const near = nearest.slice(0, expansionWindow);
  const order = rerank(
    query,
    near.map((index) => embeddings[index] ?? []),
  );
  return [...order.flatMap(({ index }) => near[index] ?? []), ...nearest.slice(expansionWindow)];
}

/** Keeps the best few of many by insertion: most candidates are turned away by one comparison. */
class BestOf {
  readonly indices: number[] = [];
  private readonly similarities: number[] = [];

  constructor(private readonly count: number) {}

  /** Candidates must come in order of index, so that the earlier of two equals stays ahead. */
  offer(index: number, similarity: number): void {
    const { indices, similarities } = this;
    if (indices.length === this.count && similarity <= (similarities.at(-1) as number)) return;
    let low = 0;
    let high = similarities.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((similarities[middle] as number) >= similarity) low = middle + 1;
      else high = middle;
    }
    indices.splice(low, 0, index);
    similarities.splice(low, 0, similarity);
    if (indices.length > this.count) {
      indices.pop();
      similarities.pop();
    }
  }
}
