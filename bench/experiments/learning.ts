import * as tf from '@tensorflow/tfjs-core';
import type { FitRows } from '@/lib/vision/fit-projection';
import { principalComponents, type PrincipalComponents } from '@/lib/vision/principal-components';
import type { Projection } from '@/lib/vision/projection';
import { seededNormals } from '@/lib/vision/random';
import { coordinatesOf, withinClassWhitening } from '@/lib/vision/within-class';
import type { Reduction } from './candidates';
import { contrastiveHead } from './contrastive-head';
import { clusters } from './clusters';

/** Leading components that learning begins in. */
const rank = 512;
/** They are partly whitened first, as the best PCA is. */
const exponent = 0.75;
const shrinkage = 0.3;
const pseudoClasses = 200;

/**
 * Learns a linear reduction: at random (what any learning must beat), by linear discriminants (Fisher's, the
 * within-class scatter shrunk), or by a contrastive head on classes: the artists, or clusters of pictures.
 *
 * @param fit rows, and groupings: quarters by picture, then pictures by artist
 */
export async function learnReduction(fit: FitRows, reduction: Reduction): Promise<Projection> {
  const { kind, dimensions } = reduction;
  const { rows } = fit;
  const components = await principalComponents(rows, { rank: Math.min(rank, rows.rows - 1) });
  const width = components.variances.length;
  if (kind === 'random') {
    const matrix = Float32Array.from(seededNormals(dimensions * rows.columns, 1));
    return centredProjection(matrix, components.mean, dimensions);
  }
  const [quarters, artists] = fit.groupings;
  if (!quarters || !artists) throw new Error('learning needs quarters and artists');
  if (kind === 'lda') {
    const { matrix, variances } = await withinClassWhitening(components, [artists], {
      dimensions,
      shrinkage,
    });
    return centredProjection(await timesDirections(matrix, components), components.mean, variances.length);
  }
  const scale = components.variances.map((variance) => variance ** (-exponent / 2));
  const wholes = scaled(await coordinatesOf(components, rows), scale);
  const parts = scaled(await coordinatesOf(components, quarters.rows), scale);
  const classes =
    kind === 'pseudo-classes' ? clusters(wholes, width, { count: pseudoClasses, seed: 1 }) : artists.groups;
  const head = await contrastiveHead({ wholes, parts, width, classes, dimensions });
  return centredProjection(
    await timesDirections(scaled(head, scale), components),
    components.mean,
    dimensions,
  );
}

/** Each row's values times those of `scale`. */
function scaled(rows: Float32Array, scale: Float64Array): Float32Array {
  return rows.map((value, index) => value * (scale[index % scale.length] as number));
}

async function timesDirections(
  matrix: Float32Array,
  { directions, mean, variances }: PrincipalComponents,
): Promise<Float32Array> {
  const product = tf.tidy(() =>
    tf.matMul(
      tf.tensor2d(matrix, [matrix.length / variances.length, variances.length]),
      tf.tensor2d(directions, [variances.length, mean.length]),
    ),
  );
  const values = (await product.data()) as Float32Array;
  product.dispose();
  return values;
}

function centredProjection(matrix: Float32Array, mean: Float32Array, dimensions: number): Projection {
  const inputLength = mean.length;
  const offset = Float32Array.from({ length: dimensions }, (_, row) => {
    let sum = 0;
    for (let i = 0; i < inputLength; i++)
      sum += (matrix[row * inputLength + i] as number) * (mean[i] as number);
    return sum;
  });
  return { inputLength, dimensions, matrix, scale: new Float32Array(dimensions).fill(1), offset };
}
