import { type IndexTerm } from '@/lib/search/search-index';
import { type FindableWork } from './collection';

export const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);

/** Score and order by their definition, over the works that have all kinds asked for. */
export function bruteForce(works: readonly FindableWork[], terms: readonly IndexTerm[]) {
  return works
    .flatMap(({ id, vectors }) => {
      const parts = terms.map(({ kind, vector, weight }) => {
        const own = vectors[kind];
        return own === undefined ? Number.NaN : weight * dot(vector, own);
      });
      const score = parts.reduce((a, b) => a + b, 0);
      return Number.isNaN(score) ? [] : [{ id, score }];
    })
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}
