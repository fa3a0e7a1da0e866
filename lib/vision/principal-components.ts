import * as tf from '@tensorflow/tfjs-core';
import { orthonormalise } from './orthonormal';
import { seededNormals } from './random';
import { symmetricEigen } from './symmetric-eigen';

/** A tall matrix that need not fit in memory: read in blocks of rows, always in the same order. */
export interface RowBlocks {
  readonly rows: number;
  readonly columns: number;
  /** Row-major, a whole number of rows each. */
  blocks(): AsyncIterable<Float32Array>;
}

export interface PrincipalComponents {
  /** Mean row, `columns` values. */
  readonly mean: Float32Array;
  /** Unit-length directions, strongest first: [rank][columns], row-major. */
  readonly directions: Float32Array;
  /** Variance along each direction (÷ rows), strongest first. */
  readonly variances: Float64Array;
  /** Sum of the variances of all columns: what the directions' share is counted of. */
  readonly totalVariance: number;
}

export interface RandomisedSvdOptions {
  readonly rank: number;
  /** Extra random directions: the more, the closer to the exact result. */
  readonly oversampling?: number;
  /** Rounds of multiplying with XᵀX, which lift the strong directions out of a slowly falling spectrum. */
  readonly powerIterations?: number;
  readonly seed?: number;
  /** Called before every pass over the rows. */
  readonly onPass?: (pass: number, passes: number) => void;
}

/**
 * The strongest principal components of the rows, by randomised subspace iteration (Halko, Martinsson & Tropp
 * 2011, algorithms 4.4 and 5.1) with the big products on the TensorFlow.js backend and the small ones in double
 * precision. Memory: one block of rows and three matrices of columns × (rank + oversampling). Blocks
 * are centred as they are read: subtracting the mean's share from the finished product would cancel digits.
 */
export async function principalComponents(
  matrix: RowBlocks,
  options: RandomisedSvdOptions,
): Promise<PrincipalComponents> {
  const { rank, oversampling = 20, powerIterations = 5, seed = 1, onPass } = options;
  const { rows, columns } = matrix;
  const width = Math.min(rank + oversampling, rows, columns);
  const passes = powerIterations + 2;
  onPass?.(1, passes);
  const { mean, totalVariance } = await meanAndVariance(matrix);
  let basis = split(seededNormals(columns * width, seed), width);
  orthonormalise(basis);
  for (let pass = 2; pass < passes; pass++) {
    onPass?.(pass, passes);
    basis = split(await timesCovariance(matrix, basis, mean), width);
    orthonormalise(basis);
  }
  onPass?.(passes, passes);
  return rayleighRitz(basis, await timesCovariance(matrix, basis, mean), {
    mean,
    totalVariance,
    rank: Math.min(rank, width),
  });
}

/** The best directions within the basis Z: eigenvectors of Zᵀ(CZ), where C is the covariance. */
async function rayleighRitz(
  basis: readonly Float64Array[],
  image: Float32Array,
  { mean, totalVariance, rank }: { mean: Float32Array; totalVariance: number; rank: number },
): Promise<PrincipalComponents> {
  const [width, columns] = [basis.length, mean.length];
  const basisRows = tf.tensor2d(join(basis), [width, columns]);
  try {
    const small = await valuesOf(() =>
      tf.matMul(basisRows, tf.transpose(tf.tensor2d(image, [width, columns]))),
    );
    const symmetric = Array.from({ length: width }, (_, i) =>
      Float64Array.from(
        { length: width },
        (_unused, j) => ((small[i * width + j] as number) + (small[j * width + i] as number)) / 2,
      ),
    );
    const pairs = symmetricEigen(symmetric).slice(0, rank);
    const weights = join(pairs.map(({ vector }) => vector));
    const directions = await valuesOf(() => tf.matMul(tf.tensor2d(weights, [rank, width]), basisRows));
    return {
      mean,
      totalVariance,
      directions,
      variances: Float64Array.from(pairs, ({ value }) => Math.max(0, value)),
    };
  } finally {
    basisRows.dispose();
  }
}

/** Covariance × basis, transposed: [width][columns]. */
async function timesCovariance(
  matrix: RowBlocks,
  basis: readonly Float64Array[],
  mean: Float32Array,
): Promise<Float32Array> {
  const { rows, columns } = matrix;
  const columnsOfBasis = tf.tidy(() => tf.transpose(tf.tensor2d(join(basis), [basis.length, columns])));
  const meanRow = tf.tensor2d(mean, [1, columns]);
  let sum = tf.zeros<tf.Rank.R2>([basis.length, columns]);
  try {
    for await (const block of matrix.blocks()) {
      const next = tf.tidy(() => {
        const centred = tf.sub(tf.tensor2d(block, [block.length / columns, columns]), meanRow) as tf.Tensor2D;
        return tf.add(
          sum,
          tf.matMul(tf.transpose(tf.matMul(centred, columnsOfBasis)), centred),
        ) as tf.Tensor2D;
      });
      sum.dispose();
      sum = next;
    }
    const product = (await sum.data()) as Float32Array;
    return product.map((value) => value / rows);
  } finally {
    tf.dispose([columnsOfBasis, meanRow, sum]);
  }
}

async function meanAndVariance(matrix: RowBlocks): Promise<{ mean: Float32Array; totalVariance: number }> {
  const { rows, columns } = matrix;
  const sums = new Float64Array(columns);
  let squares = 0;
  for await (const block of matrix.blocks()) {
    for (let start = 0; start < block.length; start += columns) {
      for (let i = 0; i < columns; i++) {
        const value = block[start + i] as number;
        sums[i] = (sums[i] as number) + value;
        squares += value * value;
      }
    }
  }
  const mean = Float32Array.from(sums, (sum) => sum / rows);
  return { mean, totalVariance: squares / rows - sums.reduce((total, sum) => total + (sum / rows) ** 2, 0) };
}

function split(values: Float32Array, parts: number): Float64Array[] {
  const length = values.length / parts;
  return Array.from({ length: parts }, (_, part) =>
    Float64Array.from(values.subarray(part * length, (part + 1) * length)),
  );
}

/** Computes a tensor, reads it and frees it with all that led to it. */
async function valuesOf(compute: () => tf.Tensor): Promise<Float32Array> {
  const tensor = tf.tidy(compute);
  try {
    return (await tensor.data()) as Float32Array;
  } finally {
    tensor.dispose();
  }
}

function join(rows: readonly Float64Array[]): Float32Array {
  const joined = new Float32Array(rows.reduce((length, row) => length + row.length, 0));
  let offset = 0;
  for (const row of rows) {
    joined.set(row, offset);
    offset += row.length;
  }
  return joined;
}
