import { type Embedding } from '@/lib/vision/embedding';

/** The cosines between works, each with each. */
export interface Similarities {
  readonly count: number;
  /** Row after row, `count` × `count`. */
  readonly values: Float32Array;
}

/** @param embeddings of unit length, all in one space */
export function similaritiesOf(embeddings: readonly Embedding[]): Similarities {
  const count = embeddings.length;
  const values = new Float32Array(count * count);
  for (const [i, a] of embeddings.entries())
    for (const [offset, b] of embeddings.slice(i).entries()) {
      let dot = 0;
      for (let at = 0; at < a.length; at++) dot += (a[at] ?? 0) * (b[at] ?? 0);
      values[i * count + i + offset] = dot;
      values[(i + offset) * count + i] = dot;
    }
  return { count, values };
}

/** One work's cosines with all. */
export function similaritiesWith({ count, values }: Similarities, work: number): Float32Array {
  return values.subarray(work * count, (work + 1) * count);
}
