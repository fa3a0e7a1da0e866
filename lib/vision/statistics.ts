import * as tf from '@tensorflow/tfjs-core';
import { mapSide, type Statistic } from './descriptor';

/**
 * F·Fᵀ ÷ (channels·height·width) of one picture's feature maps [height, width, channels] → [channels, channels].
 * The maps are transposed first because the WASM backend multiplies plain matrices with XNNPACK but falls to a
 * loop eighteen times slower when asked to transpose within `matMul`; tfjs-node takes the same time either way.
 */
export function gramMatrix(maps: tf.Tensor3D): tf.Tensor2D {
  return tf.tidy(() => {
    const [height, width, channels] = maps.shape;
    const positions = tf.reshape(maps, [height * width, channels]);
    return tf.div(tf.matMul(tf.transpose(positions), positions), channels * height * width);
  });
}

/** Values on and above the diagonal of a square matrix, row by row: n·(n+1)/2 of them. */
export function upperTriangle(square: Float32Array, side: number): Float32Array {
  const triangle = new Float32Array((side * (side + 1)) / 2);
  let offset = 0;
  for (let row = 0; row < side; row++) {
    triangle.set(square.subarray(row * side + row, (row + 1) * side), offset);
    offset += side - row;
  }
  return triangle;
}

/** Mean of every channel, then standard deviation of every channel: [height, width, channels] → [2·channels]. */
export function channelMoments(maps: tf.Tensor3D): tf.Tensor1D {
  return tf.tidy(() => {
    const { mean, variance } = tf.moments(maps, [0, 1]);
    return tf.concat([mean, tf.sqrt(variance)]) as tf.Tensor1D;
  });
}

/** {@link channelMoments} of each quarter, row by row: [height, width, channels] → [4·2·channels]. */
export function quarterMoments(maps: tf.Tensor3D): tf.Tensor1D {
  return tf.tidy(() => {
    const [height, width, channels] = maps.shape;
    const [top, left] = [height >> 1, width >> 1];
    const moments = [0, top].flatMap((y) =>
      [0, left].map((x) =>
        channelMoments(
          tf.slice3d(maps, [y, x, 0], [y ? height - top : top, x ? width - left : left, channels]),
        ),
      ),
    );
    return tf.concat(moments) as tf.Tensor1D;
  });
}

/**
 * How much each of `length` rows counts in each of `cells` equal stretches, as a [cells, length] matrix whose
 * rows sum to 1. Rows that lie across a border are shared by area, so any length works; where `cells` divides
 * `length` it is plain average pooling.
 */
export function poolingWeights(length: number, cells: number): Float32Array {
  const weights = new Float32Array(cells * length);
  const stretch = length / cells;
  for (let cell = 0; cell < cells; cell++) {
    for (let row = 0; row < length; row++) {
      const overlap = Math.min(row + 1, (cell + 1) * stretch) - Math.max(row, cell * stretch);
      if (overlap > 0) weights[cell * length + row] = overlap / stretch;
    }
  }
  return weights;
}

/** Feature maps averaged to an 8×8 grid: [height, width, channels] → [8, 8, channels]. */
export function pooledMap(maps: tf.Tensor3D): tf.Tensor3D {
  return tf.tidy(() => {
    const [height, width, channels] = maps.shape;
    const down = tf.tensor2d(poolingWeights(height, mapSide), [mapSide, height]);
    const across = tf.tensor3d(poolingWeights(width, mapSide), [1, mapSide, width]);
    const rows = tf.matMul(down, tf.reshape(maps, [height, width * channels]));
    return tf.matMul(across, tf.reshape(rows, [mapSide, width, channels])) as tf.Tensor3D;
  });
}

/** Feature maps [height, width, channels] → the raw values of one statistic, laid out as {@link Statistic} says. */
export async function statisticOf(maps: tf.Tensor3D, statistic: Statistic): Promise<Float32Array> {
  const measure = {
    gram: gramMatrix,
    'mean-std': channelMoments,
    map: pooledMap,
    quarters: quarterMoments,
  }[statistic];
  const measured: tf.Tensor = measure(maps);
  try {
    const values = (await measured.data()) as Float32Array;
    return statistic === 'gram' ? upperTriangle(values, maps.shape[2]) : values;
  } finally {
    measured.dispose();
  }
}
