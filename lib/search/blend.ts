import { dot } from '@/lib/vision/dot';
import { type EmbeddingKind, embeddingKinds } from '@/lib/vision/embedding';
import { type IndexTerm } from './search-index';

/** The terms of one kind, as the one direction that they ask for. */
export interface BlendedDirection {
  readonly kind: EmbeddingKind;
  readonly spaceId: string;
  /** Σ weight · vector over the terms of the kind: its dot product with a work's embedding is their weighted sum. */
  readonly vector: Float64Array;
}

/**
 * Gathers terms by kind. A dot product is linear, so Σ w·cos(v, x) over the terms of a kind is one dot product
 * with Σ w·v: any number of terms costs one scan a kind.
 */
export function blendTerms(terms: readonly IndexTerm[]): readonly BlendedDirection[] {
  return embeddingKinds.flatMap((kind) => {
    const ofKind = terms.filter((term) => term.kind === kind);
    const first = ofKind[0];
    if (!first) return [];
    const vector = new Float64Array(first.vector.length);
    for (const term of ofKind)
      term.vector.forEach((value, i) => {
        vector[i] = (vector[i] ?? 0) + term.weight * value;
      });
    return [{ kind, spaceId: first.spaceId, vector }];
  });
}

/**
 * The cosine that explains a hit in one kind: that of the only term, or, of several, their mean counted by the
 * size of the weights. Never weighted by sign, so that it says how near the work is, not how welcome.
 * @param embeddingOf the work's embedding of the kind
 */
export function explainCosines(
  terms: readonly IndexTerm[],
  embeddingOf: (kind: EmbeddingKind) => ArrayLike<number>,
): Partial<Record<EmbeddingKind, number>> {
  const cosines: Partial<Record<EmbeddingKind, number>> = {};
  for (const kind of embeddingKinds) {
    const ofKind = terms.filter((term) => term.kind === kind);
    if (ofKind.length === 0) continue;
    const embedding = embeddingOf(kind);
    const size = ofKind.reduce((sum, { weight }) => sum + Math.abs(weight), 0);
    cosines[kind] = ofKind.reduce(
      (sum, { weight, vector }) => sum + (Math.abs(weight) / size) * dot(vector, embedding),
      0,
    );
  }
  return cosines;
}
