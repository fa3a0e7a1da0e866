import { dot } from '@/lib/vision/dot';
import { type EmbeddingKind } from '@/lib/vision/embedding';

/** In which kinds a search with one picture is expanded. */
export const expandedKinds: readonly EmbeddingKind[] = ['style'];

/** How many of the nearest works a query is expanded by. */
export const neighbourCount = 5;

/** How many of the nearest works are put in a new order: three pages of the site. What follows keeps its place. */
export const expansionWindow = 72;

/** One of the nearest works in the new order. */
export interface Reranked {
  /** Its place before, from 0. */
  readonly index: number;
  /** Mean of its cosines to the query and to the query's neighbours, each counted as in {@link expandedQuery}. */
  readonly score: number;
}

/**
 * Query expansion (Chum et al. 2007; weights as Radenović, Tolias & Chum 2019 with α = 1): the query and its nearest
 * works, each of them counted by its cosine to the query, as one mean vector.
 * @param query unit length
 * @param nearest unit length, nearest first; of more than {@link neighbourCount} the rest is passed over
 */
export function expandedQuery(query: ArrayLike<number>, nearest: readonly ArrayLike<number>[]): Float64Array {
  const sum = Float64Array.from(query);
  let total = 1;
  for (const neighbour of nearest.slice(0, neighbourCount)) {
    const weight = Math.max(0, dot(query, neighbour));
    total += weight;
    for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) + weight * (neighbour[i] as number);
  }
  return sum.map((value) => value / total);
}

/**
 * Puts the nearest works in the order of their likeness to the expanded query. The very nearest stays first: of a
 * photograph it may be the painting itself. Works that are equal keep their order.
 * @param nearest embeddings of unit length, nearest first
 */
export function rerank(query: ArrayLike<number>, nearest: readonly ArrayLike<number>[]): Reranked[] {
  const expanded = expandedQuery(query, nearest);
  const [first, ...others] = nearest.map((embedding, index) => ({ index, score: dot(expanded, embedding) }));
  if (!first) return [];
  others.sort((a, b) => b.score - a.score);
  return [{ ...first, score: Math.max(first.score, others[0]?.score ?? first.score) }, ...others];
}
