import * as tf from '@tensorflow/tfjs-core';
import { useBackend } from './node/backend';
import {
  channelMoments,
  gramMatrix,
  pooledMap,
  poolingWeights,
  statisticOf,
  upperTriangle,
} from './statistics';

// One row of two positions, two channels: F = [[1, 2], [3, 4]] as [position][channel].
const twoPositions = () => tf.tensor3d([1, 2, 3, 4], [1, 2, 2]);

beforeAll(() => useBackend('wasm'));

describe('the Gram matrix', () => {
  it('is F·Fᵀ over channels, divided by channels × height × width', () => {
    const gram = gramMatrix(twoPositions());
    expect([...gram.dataSync()]).toEqual([10 / 4, 14 / 4, 14 / 4, 20 / 4]);
  });

  it('is described by its upper triangle, row by row', async () => {
    expect([...upperTriangle(Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9), 3)]).toEqual([1, 2, 3, 5, 6, 9]);
    expect([...(await statisticOf(twoPositions(), 'gram'))]).toEqual([2.5, 3.5, 5]);
  });
});

describe('channel moments', () => {
  it('are all means, then all population deviations', () => {
    expect([...channelMoments(twoPositions()).dataSync()]).toEqual([2, 3, 1, 1]);
  });
});

describe('the moments of quarters', () => {
  it('are those of top left, top right, bottom left and bottom right, whatever lies elsewhere', async () => {
    // 4 × 4 positions of one channel; each quarter holds its own number twice and that number + 2 twice.
    const rows = [
      [1, 3, 10, 12],
      [1, 3, 10, 12],
      [100, 102, 1000, 1002],
      [100, 102, 1000, 1002],
    ];
    const maps = tf.tensor3d(rows.map((row) => row.map((value) => [value])));
    expect([...(await statisticOf(maps, 'quarters'))]).toEqual([2, 1, 11, 1, 101, 1, 1001, 1]);
  });
});

describe('the pooled map', () => {
  it('averages equal stretches where the grid divides the map', () => {
    const rows = Array.from({ length: 16 }, (_, y) => Array.from({ length: 8 }, (_unused, x) => [y, x]));
    const pooled = pooledMap(tf.tensor3d(rows)).arraySync();
    expect(pooled[3]?.[5]).toEqual([6.5, 5]);
  });

  it('shares rows on a border by area where it does not', () => {
    // 3 rows into 2 cells: the middle row belongs to both, by half.
    expect([...poolingWeights(3, 2)].map((weight) => weight.toFixed(4))).toEqual([
      '0.6667',
      '0.3333',
      '0.0000',
      '0.0000',
      '0.3333',
      '0.6667',
    ]);
  });

  it('keeps the mean of any map, 28 rows (block 4) and 2 rows included', () => {
    for (const side of [2, 14, 28, 31]) {
      const map = tf.randomUniform<tf.Rank.R3>([side, side, 1]);
      expect(tf.mean(pooledMap(map)).dataSync()[0]).toBeCloseTo(tf.mean(map).dataSync()[0] ?? NaN, 5);
    }
  });

  it('is flattened as [y][x][channel]', async () => {
    const values = await statisticOf(
      tf.tensor3d(
        Array.from({ length: 8 * 8 * 2 }, (_, i) => i),
        [8, 8, 2],
      ),
      'map',
    );
    values.forEach((value, i) => expect(value).toBeCloseTo(i, 4));
  });
});
