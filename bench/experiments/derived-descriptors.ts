import * as tf from '@tensorflow/tfjs-core';
import type { MeasuredPictures } from '@/lib/evaluate/pictures/measured-pictures';
import { composeDescriptor, rawDescriptor, toUnitLength, type Statistic } from '@/lib/vision/descriptor';
import { upperTriangle } from '@/lib/vision/statistics';
import type { CandidateDescriptor, DerivedStatistic } from './candidates';

/** What must be measured of a layer for a statistic of the experiments. */
export function measuredFor(statistic: CandidateDescriptor['statistic']): readonly Statistic[] {
  if (statistic === 'centred-gram') return ['gram', 'mean-std'];
  return [statistic === 'gram-root' ? 'gram' : statistic];
}

/** A descriptor of one picture or reproduction, also of the statistics that are derived from measured ones. */
export async function describePicture(
  measured: MeasuredPictures,
  key: string,
  { statistic, ...recipe }: CandidateDescriptor,
): Promise<Float32Array> {
  if (statistic !== 'centred-gram' && statistic !== 'gram-root')
    return measured.descriptorOf(key, { ...recipe, statistic });
  const parts: Float32Array[] = [];
  for (const layer of recipe.layers) parts.push(await derived(measured, key, layer, statistic));
  return composeDescriptor(parts, recipe);
}

async function derived(
  measured: MeasuredPictures,
  key: string,
  layer: string,
  statistic: DerivedStatistic,
): Promise<Float32Array> {
  const gram = await measured.descriptorOf(key, rawDescriptor(layer, 'gram'));
  if (statistic === 'gram-root') return matrixRoot(gram);
  return centred(gram, await measured.descriptorOf(key, rawDescriptor(layer, 'mean-std')));
}

/** Gram matrix ÷ channels minus the means' outer product ÷ channels: the covariance of the channels. */
function centred(triangle: Float32Array, moments: Float32Array): Float32Array {
  const channels = moments.length / 2;
  let at = 0;
  const covariance = new Float32Array(triangle.length);
  for (let i = 0; i < channels; i++) {
    for (let j = i; j < channels; j++, at++)
      covariance[at] =
        (triangle[at] as number) - ((moments[i] as number) * (moments[j] as number)) / channels;
  }
  return covariance;
}

const newtonSchulzSteps = 8;

/** Square root of the symmetric matrix, scaled to trace 1, by Newton–Schulz iteration (Li et al. 2018, iSQRT-COV). */
async function matrixRoot(triangle: Float32Array): Promise<Float32Array> {
  const side = (Math.sqrt(8 * triangle.length + 1) - 1) / 2;
  const square = new Float32Array(side * side);
  let at = 0;
  for (let i = 0; i < side; i++)
    for (let j = i; j < side; j++) square[i * side + j] = square[j * side + i] = triangle[at++] as number;
  const root = tf.tidy(() => {
    const matrix = tf.tensor2d(square, [side, side]);
    const identity = tf.eye(side);
    // A little of the identity keeps what the picture does not have from stalling the iteration.
    const trace = tf.sum(tf.mul(matrix, identity));
    let y = tf.add(tf.div(matrix, trace), tf.mul(identity, 1e-5)) as tf.Tensor2D;
    let z: tf.Tensor2D = identity;
    for (let step = 0; step < newtonSchulzSteps; step++) {
      const next = tf.div(tf.sub(tf.mul(identity, 3), tf.matMul(z, y)), 2) as tf.Tensor2D;
      y = tf.matMul(y, next);
      z = tf.matMul(next, z);
    }
    return y;
  });
  const values = (await root.data()) as Float32Array;
  root.dispose();
  return upperTriangle(values, side);
}

/** Mean of descriptors of one picture, of length 1. */
export function averaged(descriptors: readonly Float32Array[]): Float32Array {
  const [only] = descriptors;
  if (only && descriptors.length === 1) return only;
  const sum = new Float32Array(only?.length ?? 0);
  for (const descriptor of descriptors)
    for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) + (descriptor[i] as number);
  return toUnitLength(sum);
}
