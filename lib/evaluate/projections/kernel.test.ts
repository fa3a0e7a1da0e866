import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { fittedProjection } from '@/lib/vision/fit-projection';
import { principalComponents } from '@/lib/vision/principal-components';
import { project } from '@/lib/vision/projection';
import { seededNormals } from '@/lib/vision/random';
import { combineKernels, embeddingsFrom, kernelComponents, kernelOf } from './kernel';
import { dot } from '@/lib/vision/dot';

const count = 60;
const length = 24;
// A falling spectrum, as real descriptors have, so that components are well separated.
const descriptors = Array.from({ length: count }, (_, row) =>
  seededNormals(length, row + 1).map((value, column) => value * 0.8 ** column + 0.3),
);
const fitted = Array.from({ length: 40 }, (_, index) => index);
const recipe = { kind: 'pca-whitened', dimensions: 6, exponent: 0.75 } as const;

beforeAll(() => tf.setBackend('cpu'));

test('PCA through the kernel gives the similarities that fitting on the descriptors gives', async () => {
  const kernel = await kernelOf(count, async (index) => descriptors[index] ?? new Float32Array());
  const throughKernel = embeddingsFrom(await kernelComponents(kernel, fitted, 6), recipe);
  const projection = fittedProjection(await principalComponents(rows(), { rank: 6 }), recipe);
  const direct = descriptors.map((descriptor) => project(descriptor, projection));
  for (const [a, b] of [
    [0, 1],
    [5, 50],
    [45, 59],
  ] as const) {
    expect(cosine(throughKernel, a, b)).toBeCloseTo(cosine(direct, a, b), 2);
  }
});

test('the kernel of descriptors side by side is the weighted sum of their kernels', async () => {
  const small = [
    [1, 2],
    [3, 4],
  ].map((row) => Float32Array.from(row));
  const kernel = await kernelOf(2, async (index) => small[index] ?? new Float32Array());
  expect([...kernel.values]).toEqual([5, 11, 11, 25]);
  expect([
    ...combineKernels([
      { kernel, weight: 1 },
      { kernel, weight: 2 },
    ]).values,
  ]).toEqual([15, 33, 33, 75]);
});

function rows() {
  return {
    rows: fitted.length,
    columns: length,
    async *blocks() {
      yield Float32Array.from(fitted.flatMap((index) => [...(descriptors[index] ?? [])]));
    },
  };
}

function cosine(embeddings: readonly Float32Array[], a: number, b: number): number {
  return dot(embeddings[a] ?? new Float32Array(), embeddings[b] ?? new Float32Array());
}
