import * as tf from '@tensorflow/tfjs-core';
import type { PrincipalComponents, RowBlocks } from './principal-components';
import { symmetricEigen, type EigenPair } from './symmetric-eigen';

/** Rows that come in groups: the quarters of each picture one after the other, or the pictures of one label. */
export interface GroupedRows {
  readonly rows: RowBlocks;
  /** The group of each row, by number. */
  readonly groups: readonly number[];
  /** How much its scatter counts beside those of the other groupings; 1 when left out. */
  readonly weight?: number;
}

/** A linear map out of the space of the principal components, strongest direction first. */
export interface WithinClassWhitening {
  /** [dimensions][rank], row-major. */
  readonly matrix: Float32Array;
  /** Variance of the rows fitted on along each direction. */
  readonly variances: Float64Array;
  /** Share of the whitened variance that the directions hold, 0–1. */
  readonly explainedVariance: number;
}

/**
 * Within-class covariance normalisation in the space of the principal components: whitens by the scatter within
 * groups, shrunk towards a sphere, and takes the directions along which the rows themselves then vary most
 * (Hatch, Kajarekar & Stolcke 2006). With several groupings their scatters, each of mean variance 1, are averaged by
 * weight.
 *
 * @param groupings e.g. quarters by picture, and pictures by artist
 * @param shrinkage share of the mean variance that is added to every direction
 */
export async function withinClassWhitening(
  components: PrincipalComponents,
  groupings: readonly GroupedRows[],
  { dimensions, shrinkage }: { readonly dimensions: number; readonly shrinkage: number },
): Promise<WithinClassWhitening> {
  const rank = components.variances.length;
  const scatter = zeros(rank);
  const weights = groupings.map(({ weight = 1 }) => weight);
  const weightSum = weights.reduce((sum, weight) => sum + weight, 0);
  for (const [index, grouping] of groupings.entries()) {
    const own = await scatterWithin(components, grouping);
    const meanVariance = own.reduce((sum, row, i) => sum + (row[i] as number), 0) / rank || 1;
    const factor = (weights[index] as number) / weightSum / meanVariance;
    scatter.forEach((row, i) => row.forEach((value, j) => (row[j] = value + (own[i]?.[j] ?? 0) * factor)));
  }
  scatter.forEach((row, i) => (row[i] = (row[i] as number) + shrinkage));
  const whitening = inverseRoot(symmetricEigen(scatter));
  // Along the principal components the rows' covariance is diagonal.
  const covariance = zeros(rank);
  covariance.forEach((row, i) => {
    for (let j = 0; j < rank; j++) {
      let sum = 0;
      for (let k = 0; k < rank; k++)
        sum += (whitening[i]?.[k] ?? 0) * (components.variances[k] as number) * (whitening[j]?.[k] ?? 0);
      row[j] = sum;
    }
  });
  const pairs = symmetricEigen(covariance);
  const kept = pairs.slice(0, dimensions);
  const total = pairs.reduce((sum, { value }) => sum + Math.max(0, value), 0);
  const matrix = new Float32Array(kept.length * rank);
  kept.forEach(({ vector }, row) => {
    for (let column = 0; column < rank; column++) {
      let sum = 0;
      for (let k = 0; k < rank; k++) sum += (vector[k] as number) * (whitening[k]?.[column] ?? 0);
      matrix[row * rank + column] = sum;
    }
  });
  const variances = Float64Array.from(kept, ({ value }) => Math.max(value, Number.EPSILON));
  return {
    matrix,
    variances,
    explainedVariance: variances.reduce((sum, value) => sum + value, 0) / (total || 1),
  };
}

/** Mean scatter of rows about their group's mean, in the space of the components: [rank][rank]. */
async function scatterWithin(
  components: PrincipalComponents,
  { rows, groups }: GroupedRows,
): Promise<Float64Array[]> {
  const rank = components.variances.length;
  const coordinates = await coordinatesOf(components, rows);
  const count = Math.max(0, ...groups.map((group) => group + 1));
  const sums = new Float64Array(count * rank);
  const sizes = new Float64Array(count);
  groups.forEach((group, row) => {
    sizes[group] = (sizes[group] as number) + 1;
    for (let i = 0; i < rank; i++)
      sums[group * rank + i] = (sums[group * rank + i] as number) + (coordinates[row * rank + i] as number);
  });
  groups.forEach((group, row) => {
    for (let i = 0; i < rank; i++)
      coordinates[row * rank + i] =
        (coordinates[row * rank + i] as number) -
        (sums[group * rank + i] as number) / (sizes[group] as number);
  });
  const freedom = Math.max(1, groups.length - sizes.filter((size) => size > 0).length);
  const product = tf.tidy(() => {
    const centred = tf.tensor2d(coordinates, [groups.length, rank]);
    return tf.div(tf.matMul(tf.transpose(centred), centred), freedom);
  });
  const values = (await product.data()) as Float32Array;
  product.dispose();
  return Array.from({ length: rank }, (_, i) =>
    Float64Array.from(
      { length: rank },
      (_unused, j) => ((values[i * rank + j] as number) + (values[j * rank + i] as number)) / 2,
    ),
  );
}

/** Coordinates along the components, centred on their mean: [row][rank]. */
export async function coordinatesOf(
  { mean, directions, variances }: PrincipalComponents,
  rows: RowBlocks,
): Promise<Float32Array> {
  const rank = variances.length;
  const { columns } = rows;
  const coordinates = new Float32Array(rows.rows * rank);
  const [across, centre] = tf.tidy(() => [
    tf.transpose(tf.tensor2d(directions, [rank, columns])),
    tf.tensor2d(mean, [1, columns]),
  ]) as [tf.Tensor2D, tf.Tensor2D];
  let offset = 0;
  try {
    for await (const block of rows.blocks()) {
      const product = tf.tidy(() =>
        tf.matMul(tf.sub<tf.Tensor2D>(tf.tensor2d(block, [block.length / columns, columns]), centre), across),
      );
      coordinates.set((await product.data()) as Float32Array, offset);
      offset += product.size;
      product.dispose();
    }
  } finally {
    tf.dispose([across, centre]);
  }
  return coordinates;
}

/** Σ value^−½ · vector · vectorᵀ. */
function inverseRoot(pairs: readonly EigenPair[]): Float64Array[] {
  const root = zeros(pairs.length);
  for (const { value, vector } of pairs) {
    const scale = 1 / Math.sqrt(Math.max(value, Number.EPSILON));
    root.forEach((row, i) => {
      const factor = scale * (vector[i] as number);
      for (let j = 0; j < row.length; j++) row[j] = (row[j] as number) + factor * (vector[j] as number);
    });
  }
  return root;
}

function zeros(side: number): Float64Array[] {
  return Array.from({ length: side }, () => new Float64Array(side));
}
