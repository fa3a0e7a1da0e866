import type { Embedding } from '@/lib/vision/embedding';

/** Which pictures may not answer which query: the query's own near-duplicates, or another source family. */
export type PairFilter = (query: number, candidate: number) => boolean;

export interface RankingOptions {
  /** How many hits to keep for each query. */
  readonly depth: number;
  /** Pairs for which this is false are left out of the ranking: neither hit nor miss. Default: all pairs count. */
  readonly allowed?: PairFilter;
  /** Pictures for which this is false are candidates only; their own ranking stays empty. Default: all are asked. */
  readonly asked?: (query: number) => boolean;
}

/**
 * Leave-one-out retrieval: each picture is the query once and all others are ranked by cosine, which for unit
 * vectors is the dot product. Exact; equal cosines in order of index. Result: per query the candidates' indices,
 * best first.
 */
export function rankAll(embeddings: readonly Embedding[], options: RankingOptions): number[][] {
  const { depth, allowed = () => true, asked = () => true } = options;
  const similarities = new Float64Array(embeddings.length);
  return embeddings.map((query, queryIndex) => {
    if (!asked(queryIndex)) return [];
    const candidates: number[] = [];
    embeddings.forEach((candidate, index) => {
      if (index === queryIndex || !allowed(queryIndex, index)) return;
      similarities[index] = dot(query, candidate);
      candidates.push(index);
    });
    return candidates
      .sort((a, b) => (similarities[b] as number) - (similarities[a] as number) || a - b)
      .slice(0, depth);
  });
}

export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
