import { breather } from '@/lib/platform/breather';
import { type Embedding } from '@/lib/vision/embedding';
import { VectorRows } from '../embedded/vector-rows';

/** The cosines between works, each with each. */
export interface Similarities {
  readonly count: number;
  /** Row after row, `count` × `count`. */
  readonly values: Float32Array;
}

/**
 * Takes 0.5 s for 1,200 works of 768 values, and lets others have their turn meanwhile.
 * @param embeddings of unit length, all in one space
 */
export async function similaritiesOf(embeddings: readonly Embedding[]): Promise<Similarities> {
  const count = embeddings.length;
  const vectors = new VectorRows(embeddings[0]?.length ?? 0);
  for (const [i, embedding] of embeddings.entries()) vectors.set(i, embedding);
  const values = new Float32Array(count * count);
  const all = Int32Array.from({ length: count }, (_, i) => i);
  const breathe = breather();
  for (const [i, embedding] of embeddings.entries()) {
    const cosines = new Float64Array(count);
    vectors.addDotProducts(Float64Array.from(embedding), all.subarray(i), cosines);
    for (let other = i; other < count; other++)
      values[i * count + other] = values[other * count + i] = cosines[other] as number;
    await breathe();
  }
  return { count, values };
}

/** One work's cosines with all. */
export function similaritiesWith({ count, values }: Similarities, work: number): Float32Array {
  return values.subarray(work * count, (work + 1) * count);
}
