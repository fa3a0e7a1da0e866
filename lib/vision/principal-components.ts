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
export async function principalComponents(matrix: RowBlocks, options: RandomisedSvdOptions): Promise<PrincipalComponents> {
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
  return rayleighRitz(basis, await timesCovariance(matrix, basis, mean), { mean, totalVariance, rank: Math.min(rank, width) });
}

/** The best directions within the basis Z: eigenvectors of Zᵀ(CZ), where C is the covariance. */
function rayleighRitz(
  basis: readonly Float64Array[],
  image: Float32Array,
  { mean, totalVariance, rank }: { mean: Float32Array; totalVariance: number; rank: number },
): PrincipalComponents {
  const columns = mean.length;
  const images = split(image, basis.length);
  const small = basis.map((row) => Float64Array.from(images, (other) => row.reduce((sum, value, i) => sum + value * (other[i] as number), 0)));
  small.forEach((row, i) => small.slice(0, i).forEach((other, j) => (row[j] = other[i] = ((row[j] as number) + (other[i] as number)) / 2)));
  const pairs = symmetricEigen(small).slice(0, rank);
  const directions = new Float32Array(rank * columns);
  pairs.forEach(({ vector }, row) => {
    const direction = new Float64Array(columns);
    basis.forEach((source, k) => {
      const weight = vector[k] as number;
      for (let i = 0; i < columns; i++) direction[i] = (direction[i] as number) + weight * (source[i] as number);
    });
    directions.set(direction, row * columns);
  });
  return { mean, totalVariance, directions, variances: Float64Array.from(pairs, ({ value }) => Math.max(0, value)) };
}

/** Covariance × basis, transposed: [width][columns]. */
async function timesCovariance(matrix: RowBlocks, basis: readonly Float64Array[], mean: Float32Array): Promise<Float32Array> {
  const { rows, columns } = matrix;
  const transposed = new Float32Array(basis.length * columns);
  basis.forEach((row, index) => transposed.set(row, index * columns));
  const columnsOfBasis = tf.tidy(() => tf.transpose(tf.tensor2d(transposed, [basis.length, columns])));
  const meanRow = tf.tensor2d(mean, [1, columns]);
  let sum = tf.zeros<tf.Rank.R2>([basis.length, columns]);
  try {
    for await (const block of matrix.blocks()) {
      const next = tf.tidy(() => {
        const centred = tf.sub(tf.tensor2d(block, [block.length / columns, columns]), meanRow) as tf.Tensor2D;
        return tf.add(sum, tf.matMul(tf.transpose(tf.matMul(centred, columnsOfBasis)), centred)) as tf.Tensor2D;
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
  return Array.from({ length: parts }, (_, part) => Float64Array.from(values.subarray(part * length, (part + 1) * length)));
}
