import * as tf from '@tensorflow/tfjs-core';
import { toUnitLength } from '@/lib/vision/descriptor';
import type { Embedding } from '@/lib/vision/embedding';
import { orthonormalise } from '@/lib/vision/orthonormal';
import { seededNormals } from '@/lib/vision/random';
import { symmetricEigen } from '@/lib/vision/symmetric-eigen';
import type { ProjectionRecipe } from '@/lib/vision/projection';

/** Dot products of all pairs of descriptors, row-major: everything that fitting and projecting need to know of them. */
export interface Kernel {
  readonly size: number;
  readonly values: Float32Array;
}

/** Reads descriptors by index; each is read about `size / blockRows` times. */
export type DescriptorReader = (index: number) => Promise<Float32Array>;

const blockRows = 512;

/** All dot products, a block of rows against a block of rows at a time on the TensorFlow.js backend. */
export async function kernelOf(size: number, read: DescriptorReader): Promise<Kernel> {
  const values = new Float32Array(size * size);
  for (let top = 0; top < size; top += blockRows) {
    const upper = await stack(top, Math.min(size, top + blockRows), read);
    for (let left = top; left < size; left += blockRows) {
      const lower = left === top ? upper : await stack(left, Math.min(size, left + blockRows), read);
      const product = tf.matMul(upper, tf.transpose(lower));
      copyBlock(
        values,
        size,
        { top, left, columns: product.shape[1] ?? 0 },
        (await product.data()) as Float32Array,
      );
      product.dispose();
      if (lower !== upper) lower.dispose();
    }
    upper.dispose();
  }
  return { size, values };
}

/** The kernel of descriptors put side by side, each scaled: the weighted sum of theirs. */
export function combineKernels(
  parts: readonly { readonly kernel: Kernel; readonly weight: number }[],
): Kernel {
  const size = parts[0]?.kernel.size ?? 0;
  const values = new Float32Array(size * size);
  for (const { kernel, weight } of parts) {
    for (let i = 0; i < values.length; i++)
      values[i] = (values[i] as number) + weight * (kernel.values[i] as number);
  }
  return { size, values };
}

/** Principal components of some of the pictures, as coordinates of all of them along each. */
export interface KernelComponents {
  /** Standard deviation along each component among the pictures fitted on, strongest first. */
  readonly deviations: Float64Array;
  /** [picture][component], centred on the pictures fitted on. */
  readonly coordinates: readonly Float32Array[];
}

const oversampling = 20;
const powerIterations = 6;

/**
 * PCA through the kernel (Schölkopf et al. 1998): the same components as `principalComponents` finds from the
 * descriptors, but for n pictures of d values it costs n² instead of n·d a pass, and another fold or recipe needs
 * no second pass over the descriptors.
 */
export async function kernelComponents(
  kernel: Kernel,
  fitted: readonly number[],
  rank: number,
): Promise<KernelComponents> {
  const { inner, cross } = centred(kernel, fitted);
  const width = Math.min(rank + oversampling, fitted.length - 1);
  const square = tf.tensor2d(inner, [fitted.length, fitted.length]);
  let basis = split(seededNormals(fitted.length * width, 1), width);
  orthonormalise(basis);
  try {
    for (let pass = 0; pass < powerIterations; pass++) {
      basis = split(await times(square, basis), width);
      orthonormalise(basis);
    }
    const images = split(await times(square, basis), width);
    const small = basis.map((row) =>
      Float64Array.from(images, (image) =>
        row.reduce((sum, value, i) => sum + value * (image[i] as number), 0),
      ),
    );
    small.forEach((row, i) =>
      small
        .slice(0, i)
        .forEach((other, j) => (row[j] = other[i] = ((row[j] as number) + (other[i] as number)) / 2)),
    );
    const pairs = symmetricEigen(small)
      .slice(0, rank)
      .filter(({ value }, _, all) => value > (all[0]?.value ?? 0) * 1e-9);
    // Coordinates: centred kernel × eigenvector ÷ √eigenvalue.
    const directions = pairs.map(({ value, vector }) => {
      const direction = new Float64Array(fitted.length);
      basis.forEach((source, k) => addScaled(direction, source, vector[k] as number));
      return direction.map((entry) => entry / Math.sqrt(value));
    });
    return {
      deviations: Float64Array.from(pairs, ({ value }) => Math.sqrt(value / fitted.length)),
      coordinates: await rowsOf(cross, kernel.size, directions),
    };
  } finally {
    square.dispose();
  }
}

/** Embeddings as the recipe's projection gives them; cheap, so that many dimensions and exponents can be tried. */
export function embeddingsFrom(
  { deviations, coordinates }: KernelComponents,
  recipe: Extract<ProjectionRecipe, { kind: 'pca' | 'pca-whitened' }>,
  { unitLength = true }: { readonly unitLength?: boolean } = {},
): Embedding[] {
  const exponent = recipe.kind === 'pca-whitened' ? recipe.exponent : 0;
  const scale = Float64Array.from(
    deviations.subarray(0, recipe.dimensions),
    (deviation) => deviation ** -exponent,
  );
  return coordinates.map((row) => {
    const vector = Float32Array.from(scale, (factor, component) => factor * (row[component] as number));
    return unitLength ? toUnitLength(vector) : vector;
  });
}

/** Kernel of the fitted pictures among each other, and of all pictures with them, both centred on the fitted mean. */
function centred(
  { size, values }: Kernel,
  fitted: readonly number[],
): { inner: Float32Array; cross: Float32Array } {
  const count = fitted.length;
  const cross = new Float32Array(size * count);
  const rowMeans = new Float64Array(size);
  for (let row = 0; row < size; row++) {
    let sum = 0;
    for (let column = 0; column < count; column++)
      sum += values[row * size + (fitted[column] as number)] as number;
    rowMeans[row] = sum / count;
  }
  const grandMean = fitted.reduce((sum, index) => sum + (rowMeans[index] as number), 0) / count;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < count; column++) {
      const other = fitted[column] as number;
      cross[row * count + column] =
        (values[row * size + other] as number) -
        (rowMeans[row] as number) -
        (rowMeans[other] as number) +
        grandMean;
    }
  }
  const inner = new Float32Array(count * count);
  fitted.forEach((index, row) => inner.set(cross.subarray(index * count, (index + 1) * count), row * count));
  return { inner, cross };
}

async function stack(from: number, to: number, read: DescriptorReader): Promise<tf.Tensor2D> {
  const rows: Float32Array[] = [];
  for (let index = from; index < to; index++) rows.push(await read(index));
  const columns = rows[0]?.length ?? 0;
  const block = new Float32Array(rows.length * columns);
  rows.forEach((row, index) => block.set(row, index * columns));
  return tf.tensor2d(block, [rows.length, columns]);
}

function copyBlock(
  values: Float32Array,
  size: number,
  at: { top: number; left: number; columns: number },
  block: Float32Array,
): void {
  for (let i = 0; i < block.length; i++) {
    const row = at.top + Math.floor(i / at.columns);
    const column = at.left + (i % at.columns);
    values[row * size + column] = values[column * size + row] = block[i] as number;
  }
}

function addScaled(target: Float64Array, source: Float64Array, factor: number): void {
  for (let i = 0; i < target.length; i++) target[i] = (target[i] as number) + factor * (source[i] as number);
}

/** Symmetric matrix × each basis vector, one after the other in the result. */
async function times(square: tf.Tensor2D, basis: readonly Float64Array[]): Promise<Float32Array> {
  const side = square.shape[0];
  const flat = new Float32Array(basis.length * side);
  basis.forEach((row, index) => flat.set(row, index * side));
  const product = tf.tidy(() => tf.matMul(tf.tensor2d(flat, [basis.length, side]), square));
  const values = (await product.data()) as Float32Array;
  product.dispose();
  return values;
}

async function rowsOf(
  cross: Float32Array,
  rows: number,
  directions: readonly Float64Array[],
): Promise<Float32Array[]> {
  const count = cross.length / rows;
  const flat = new Float32Array(directions.length * count);
  directions.forEach((direction, index) => flat.set(direction, index * count));
  const product = tf.tidy(() =>
    tf.matMul(tf.tensor2d(cross, [rows, count]), tf.transpose(tf.tensor2d(flat, [directions.length, count]))),
  );
  const values = (await product.data()) as Float32Array;
  product.dispose();
  return Array.from({ length: rows }, (_, row) =>
    values.slice(row * directions.length, (row + 1) * directions.length),
  );
}

function split(values: Float32Array, parts: number): Float64Array[] {
  const length = values.length / parts;
  return Array.from({ length: parts }, (_, part) =>
    Float64Array.from(values.subarray(part * length, (part + 1) * length)),
  );
}
