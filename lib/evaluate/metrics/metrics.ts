/**
 * Retrieval metrics of one query. `relevant[r]` says whether the hit at rank r (0 is the best) is right; the list
 * is the ranking as far as it was computed. Where a list is shorter than k, because the collection is, the mean is
 * over the ranks that exist: a collection of six pictures is not punished for having no tenth hit.
 */
export type Relevance = readonly boolean[];

/** Share of the first k hits that are right. */
export function precisionAt(relevant: Relevance, k: number): number {
  const depth = Math.min(k, relevant.length);
  if (depth === 0) return 0;
  let right = 0;
  for (let rank = 0; rank < depth; rank++) if (relevant[rank]) right++;
  return right / depth;
}

/**
 * mAP@k as Somepalli et al. 2024 (CSD, "Measuring Style Similarity in Diffusion Models") compute it: the mean of
 * precision@1 … precision@k over *every* rank, right or wrong (`get_map` in their published code); the mean over
 * queries follows. Unlike the classical {@link averagePrecisionAt} it needs no count of relevant pictures.
 */
export function meanPrecisionAt(relevant: Relevance, k: number): number {
  const depth = Math.min(k, relevant.length);
  if (depth === 0) return 0;
  let right = 0;
  let sum = 0;
  for (let rank = 0; rank < depth; rank++) {
    if (relevant[rank]) right++;
    sum += right / (rank + 1);
  }
  return sum / depth;
}

/**
 * Classical average precision cut at k: precision at the ranks of right hits, summed and divided by
 * min(k, number of relevant pictures in the collection). 0 when nothing is relevant.
 */
export function averagePrecisionAt(relevant: Relevance, k: number, relevantCount: number): number {
  const depth = Math.min(k, relevant.length);
  const possible = Math.min(depth, relevantCount);
  if (possible === 0) return 0;
  let right = 0;
  let sum = 0;
  for (let rank = 0; rank < depth; rank++) {
    if (!relevant[rank]) continue;
    right++;
    sum += right / (rank + 1);
  }
  return sum / possible;
}

/** Recall@k as CSD defines it: 1 when at least one of the first k hits is right, else 0. */
export function recallAt(relevant: Relevance, k: number): number {
  return relevant.slice(0, k).some(Boolean) ? 1 : 0;
}

/** Of all relevant pictures in the collection, the share found among the first k hits. */
export function coverageAt(relevant: Relevance, k: number, relevantCount: number): number {
  if (relevantCount === 0) return 0;
  return relevant.slice(0, k).filter(Boolean).length / relevantCount;
}

/**
 * Normalised discounted cumulative gain with gain 1 for a right hit and discount log2(rank + 1), rank from 1
 * (Järvelin & Kekäläinen 2002). The ideal ranking has min(k, relevantCount) right hits first.
 */
export function ndcgAt(relevant: Relevance, k: number, relevantCount: number): number {
  const depth = Math.min(k, relevant.length);
  let gain = 0;
  let ideal = 0;
  for (let rank = 0; rank < depth; rank++) {
    const discounted = 1 / Math.log2(rank + 2);
    if (relevant[rank]) gain += discounted;
    if (rank < relevantCount) ideal += discounted;
  }
  return ideal === 0 ? 0 : gain / ideal;
}

export function mean(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return values.length === 0 ? 0 : sum / values.length;
}
