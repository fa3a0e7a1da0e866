import { Problem } from '@/lib/platform/problem';
import { toUnitLength } from './descriptor';
import type { Embedding } from './embedding';

/** How a fitted matrix is stored: 16-bit floats, or signed bytes, half as large. */
export type MatrixEncoding = 'float16' | 'int8';

/** How much each scatter counts; those that a fit has no rows for are passed over. */
export interface ScatterWeights {
  readonly quarters: number;
  /** Pictures of one label, such as an artist. */
  readonly label: number;
  /** A picture and its reproduction, by the kind of reproduction. */
  readonly reproductions: Readonly<Record<string, number>>;
}

/** A projection that is fitted on pictures. */
export type FittedRecipe = (
  | { readonly kind: 'pca'; readonly dimensions: number }
  /** Each component is divided by its standard deviation to the power `exponent`: 0 is plain PCA, 1 full whitening. */
  | { readonly kind: 'pca-whitened'; readonly dimensions: number; readonly exponent: number }
  /**
   * Within-class covariance normalisation (Hatch, Kajarekar & Stolcke 2006): what differs between the quarters of one
   * picture, between pictures of one label, and between a picture and its reproductions is no difference of style.
   * These scatters, each of mean variance 1, are averaged and shrunk towards a sphere by `shrinkage`; then as
   * `pca-whitened`.
   */
  | {
      readonly kind: 'wccn';
      readonly dimensions: number;
      readonly exponent: number;
      readonly shrinkage: number;
      /** Left out: quarters and labels alike, and no reproductions. */
      readonly scatter?: ScatterWeights;
    }
) & {
  /** `float16` when left out. Part of the recipe, because rounding moves the vectors a little: it is another space. */
  readonly encoding?: MatrixEncoding;
};

/** How descriptors are to be reduced. */
export type ProjectionRecipe = { readonly kind: 'none' } | FittedRecipe;

/** A fitted affine map y = scale ∘ (M·x) − offset, ready to apply. Whitening and centring are already inside. */
export interface Projection {
  readonly inputLength: number;
  readonly dimensions: number;
  /** [dimensions][inputLength], row-major. */
  readonly matrix: Float32Array;
  /** What each row's product is multiplied by, `dimensions` values. */
  readonly scale: Float32Array;
  /** The mean descriptor's image, subtracted at the end, `dimensions` values. */
  readonly offset: Float32Array;
}

/** Descriptor → unit-length embedding; throws as {@link projected}. */
export function project(descriptor: Float32Array, projection: Projection): Embedding {
  return toUnitLength(projected(descriptor, projection));
}

/**
 * Descriptor → reduced vector, its length kept. A plain loop: 32,896 × 128 takes about 5 ms, the cost of moving it to a
 * backend and back.
 * @throws Problem `conflict` when the descriptor's length is not the one the projection was fitted for.
 */
export function projected(descriptor: Float32Array, projection: Projection): Float32Array {
  const { inputLength, dimensions, matrix, scale, offset } = projection;
  if (descriptor.length !== inputLength) {
    throw new Problem(
      'conflict',
      `The projection was fitted for ${inputLength} values, the descriptor has ${descriptor.length}. Fit it again: gafu fit.`,
    );
  }
  const vector = new Float32Array(dimensions);
  for (let row = 0; row < dimensions; row++) {
    const product = dot(matrix, row * inputLength, descriptor);
    vector[row] = product * (scale[row] as number) - (offset[row] as number);
  }
  return vector;
}

/** Four sums side by side, because one long chain of additions waits for itself and rounds worse. */
function dot(matrix: Float32Array, start: number, vector: Float32Array): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let i = 0;
  for (; i + 3 < vector.length; i += 4) {
    a += (matrix[start + i] as number) * (vector[i] as number);
    b += (matrix[start + i + 1] as number) * (vector[i + 1] as number);
    c += (matrix[start + i + 2] as number) * (vector[i + 2] as number);
    d += (matrix[start + i + 3] as number) * (vector[i + 3] as number);
  }
  for (; i < vector.length; i++) a += (matrix[start + i] as number) * (vector[i] as number);
  return a + b + (c + d);
}
