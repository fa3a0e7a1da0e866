import { dot } from '@/lib/vision/dot';
import { type EmbeddingKind } from '@/lib/vision/embedding';

/** In which kinds a search with one picture is expanded. */
export const expandedKinds: readonly EmbeddingKind[] = ['style'];

/** How many of the nearest works a query is expanded by. */
export const neighbourCount = 5;

/** How many of the nearest works are put in a new order: three pages of the site. What follows keeps its place. */
export const expansionWindow = 72;

/**
 * By how much more alike the nearest work must be than the next one to count as the painting that the query shows: so it
 * is for 98 of 100 scans of a work, and for 7 of 100 paintings of which no other picture is there.
 */
export const samePaintingMargin = 0.15;

/** One of the nearest works in the new order. */
export interface Reranked {
  /** Its place before, from 0. */
  readonly index: number;
  /** Mean of its cosines to the work or picture asked for and to its neighbours, each counted as in {@link expandedQuery}. */
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
 * photograph it may be the painting itself. If it clearly is, the others are compared with it and not with the
 * photograph. Works that are equal keep their order.
 * @param nearest embeddings of unit length, nearest first
 */
export function rerank(query: ArrayLike<number>, nearest: readonly ArrayLike<number>[]): Reranked[] {
  const painting = shownPainting(query, nearest);
  const expanded = painting
    ? expandedQuery(painting, byLikeness(painting, nearest.slice(1)))
    : expandedQuery(query, nearest);
  const [first, ...others] = nearest.map((embedding, index) => ({ index, score: dot(expanded, embedding) }));
  if (!first) return [];
  others.sort((a, b) => b.score - a.score);
  return [{ ...first, score: Math.max(first.score, others[0]?.score ?? first.score) }, ...others];
}

/** The nearest work, if the query is another picture of it; else null. */
function shownPainting(
  query: ArrayLike<number>,
  [first, second]: readonly ArrayLike<number>[],
): ArrayLike<number> | null {
  if (!first) return null;
  const next = second ? Math.max(0, dot(query, second)) : 0;
  return dot(query, first) - next >= samePaintingMargin ? first : null;
}

function byLikeness(to: ArrayLike<number>, works: readonly ArrayLike<number>[]): ArrayLike<number>[] {
  return works
    .map((work) => ({ work, cosine: dot(to, work) }))
    .sort((a, b) => b.cosine - a.cosine)
    .map(({ work }) => work);
}
