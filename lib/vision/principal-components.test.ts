import * as tf from '@tensorflow/tfjs-core';
import { fittedProjection } from './fit-projection';
import { useBackend } from './node/backend';
import { principalComponents, type RowBlocks } from './principal-components';
import { project } from './projection';
import { seededNormals } from './random';
import { symmetricEigen } from './symmetric-eigen';

/** Rows in blocks of unequal size, as a file is read. */
function inBlocks(rows: readonly (readonly number[])[]): RowBlocks {
  const columns = rows[0]?.length ?? 0;
  return {
    rows: rows.length,
    columns,
    async *blocks() {
      for (let start = 0; start < rows.length; start += 64)
        yield Float32Array.from(rows.slice(start, start + 64).flat());
    },
  };
}

/** 300 rows of 40 values: latent directions that grow weaker, mixed, around a mean that is not zero. */
function sampleRows(): number[][] {
  const [rows, columns] = [300, 40];
  const latent = seededNormals(rows * columns, 7);
  const mixing = seededNormals(columns * columns, 8);
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_unused, column) =>
      Array.from(
        { length: columns },
        (_unused2, k) => (latent[row * columns + k] ?? 0) * 0.8 ** k * (mixing[k * columns + column] ?? 0),
      ).reduce((a, b) => a + b, 5),
    ),
  );
}

function exactComponents(rows: readonly (readonly number[])[]): ReturnType<typeof symmetricEigen> {
  const columns = rows[0]?.length ?? 0;
  const mean = Array.from(
    { length: columns },
    (_, j) => rows.reduce((sum, row) => sum + (row[j] ?? 0), 0) / rows.length,
  );
  const covariance = mean.map((a, i) =>
    Float64Array.from(
      mean,
      (b, j) => rows.reduce((sum, row) => sum + ((row[i] ?? 0) - a) * ((row[j] ?? 0) - b), 0) / rows.length,
    ),
  );
  return symmetricEigen(covariance);
}

beforeAll(() => useBackend('wasm'));

describe('principal components by randomised SVD', () => {
  it('find the one direction of points on a line', async () => {
    const found = await principalComponents(
      inBlocks([
        [0, 0],
        [3, 4],
        [6, 8],
      ]),
      { rank: 1 },
    );
    expect([...found.mean]).toEqual([3, 4]);
    expect(found.variances[0]).toBeCloseTo(50 / 3, 4);
    expect(found.totalVariance).toBeCloseTo(50 / 3, 4);
    expect(Math.abs(found.directions[0] ?? 0)).toBeCloseTo(0.6, 6);
    expect(Math.abs(found.directions[1] ?? 0)).toBeCloseTo(0.8, 6);
  });

  it('agree with the exact ones', async () => {
    const rows = sampleRows();
    const exact = exactComponents(rows);
    const found = await principalComponents(inBlocks(rows), { rank: 8, oversampling: 8 });
    for (let k = 0; k < 8; k++) {
      expect((found.variances[k] ?? 0) / (exact[k]?.value ?? NaN)).toBeCloseTo(1, 4);
      const direction = found.directions.subarray(k * 40, (k + 1) * 40);
      const cosine = direction.reduce((sum, value, i) => sum + value * (exact[k]?.vector[i] ?? 0), 0);
      expect(Math.abs(cosine)).toBeCloseTo(1, 4);
    }
  });

  it('are the same on every run, and leave no tensor behind', async () => {
    const before = tf.memory().numTensors;
    const rows = inBlocks(sampleRows());
    const [first, second] = [
      await principalComponents(rows, { rank: 3 }),
      await principalComponents(rows, { rank: 3 }),
    ];
    expect(first.directions).toEqual(second.directions);
    expect(tf.memory().numTensors).toBe(before);
  });
});

describe('a projection fitted on them', () => {
  /** Spread of each dimension of the rows' images before they are scaled to length 1. */
  async function deviations(exponent: number): Promise<number[]> {
    const rows = sampleRows();
    const { matrix, scale, offset, dimensions, inputLength } = fittedProjection(
      await principalComponents(inBlocks(rows), { rank: 4 }),
      { kind: 'pca-whitened', dimensions: 4, exponent },
    );
    const images = rows.map((row) =>
      Array.from(
        { length: dimensions },
        (_, k) =>
          row.reduce((sum, value, i) => sum + value * (matrix[k * inputLength + i] ?? 0), 0) *
            (scale[k] ?? 0) -
          (offset[k] ?? 0),
      ),
    );
    return Array.from({ length: dimensions }, (_, k) =>
      Math.sqrt(images.reduce((sum, image) => sum + (image[k] ?? 0) ** 2, 0) / images.length),
    );
  }

  it('gives every dimension the spread 1 when fully whitened', async () => {
    for (const deviation of await deviations(1)) expect(deviation).toBeCloseTo(1, 2);
  });

  it('keeps a quarter of the differences, in logarithms, with exponent 0.75', async () => {
    const [plain, partly] = [await deviations(0), await deviations(0.75)];
    plain.forEach((deviation, k) => expect((partly[k] ?? 0) / deviation ** 0.25).toBeCloseTo(1, 2));
  });

  it('has no more dimensions than the pictures span', async () => {
    const components = await principalComponents(
      inBlocks([
        [0, 0, 1],
        [3, 4, 1],
        [6, 8, 1],
      ]),
      { rank: 3 },
    );
    expect(fittedProjection(components, { kind: 'pca', dimensions: 3 }).dimensions).toBe(1);
  });

  it('makes unit-length embeddings, and refuses a descriptor of another length', async () => {
    const rows = sampleRows();
    const projection = fittedProjection(await principalComponents(inBlocks(rows), { rank: 4 }), {
      kind: 'pca',
      dimensions: 4,
    });
    const embedding = project(Float32Array.from(rows[0] ?? []), projection);
    expect(embedding.reduce((sum, value) => sum + value * value, 0)).toBeCloseTo(1, 6);
    expect(() => project(new Float32Array(39), projection)).toThrow(
      'fitted for 40 values, the descriptor has 39',
    );
  });
});
