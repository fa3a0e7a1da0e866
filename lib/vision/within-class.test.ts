import * as tf from '@tensorflow/tfjs-core';
import { fitProjection } from './fit-projection';
import { useBackend } from './node/backend';
import type { RowBlocks } from './principal-components';
import { project } from './projection';
import { seededNormals } from './random';

const columns = 6;
const pictures = 300;

function rowBlocks(rows: readonly Float32Array[]): RowBlocks {
  return {
    rows: rows.length,
    columns,
    async *blocks() {
      await Promise.resolve();
      const block = new Float32Array(rows.length * columns);
      rows.forEach((row, index) => block.set(row, index * columns));
      yield block;
    },
  };
}

/**
 * Pictures differ a little in their "style" (column 0) and much in their "content" (column 1); the quarters of one
 * picture share its style, and each has a content of its own.
 */
function collection() {
  const normals = seededNormals(pictures * columns * 5, 7);
  let next = 0;
  const draw = () => normals[next++] ?? 0;
  const styles = Array.from({ length: pictures }, draw);
  const look = (style: number) => {
    const row = Float32Array.from({ length: columns }, () => 0.01 * draw());
    row[0] = style + (row[0] ?? 0);
    row[1] = 10 * draw();
    return row;
  };
  const rows = styles.map(look);
  const quarters = styles.flatMap((style) => [0, 1, 2].map(() => look(style)));
  return { styles, rows, quarters, groups: styles.flatMap((_, picture) => [picture, picture, picture]) };
}

beforeAll(() => useBackend('wasm'));

describe('a projection that is fitted on what differs within pictures', () => {
  it('finds the style that PCA misses', async () => {
    const { styles, rows, quarters, groups } = collection();
    const fit = { rows: rowBlocks(rows), groupings: [{ rows: rowBlocks(quarters), groups }] };
    const agreement = async (kind: 'pca' | 'wccn') => {
      const { projection } = await fitProjection(
        fit,
        kind === 'pca' ? { kind, dimensions: 1 } : { kind, dimensions: 1, exponent: 0, shrinkage: 0.001 },
      );
      // One dimension of length 1: its sign is all there is.
      const same = rows.filter(
        (row, i) => Math.sign(project(row, projection)[0] ?? 0) === Math.sign(styles[i] ?? 0),
      );
      return Math.abs(same.length / pictures - 0.5) * 2;
    };
    expect(await agreement('pca')).toBeLessThan(0.3);
    expect(await agreement('wccn')).toBeGreaterThan(0.9);
  });

  it('says how much of the whitened variance it holds, and leaves no tensor behind', async () => {
    const { rows, quarters, groups } = collection();
    const fit = { rows: rowBlocks(rows), groupings: [{ rows: rowBlocks(quarters), groups }] };
    const before = tf.memory().numTensors;
    const recipe = { kind: 'wccn', dimensions: columns, exponent: 0.25, shrinkage: 0.3 } as const;
    const { explainedVariance, projection } = await fitProjection(fit, recipe);
    expect(explainedVariance).toBeCloseTo(1, 6);
    expect(projection.dimensions).toBe(columns);
    expect(tf.memory().numTensors).toBe(before);
  });
});
