import * as tf from '@tensorflow/tfjs-core';
import { seededRandom } from '@/lib/vision/random';

export interface HeadOptions {
  /** [picture][width]: coordinates of whole pictures. */
  readonly wholes: Float32Array;
  /** [picture][4][width]: of their quarters, which are the augmentation. */
  readonly parts: Float32Array;
  readonly width: number;
  /** The class of each picture. */
  readonly classes: readonly number[];
  readonly dimensions: number;
}

const steps = 300;
const classesPerBatch = 32;
const picturesPerClass = 4;
const learningRate = 0.002;
const temperature = 0.1;

/**
 * A linear map trained by the supervised contrastive loss (Khosla et al. 2020): pictures of one class, whole or a
 * quarter, draw together, all others apart. Begins at the leading coordinates. Deterministic.
 *
 * @returns [dimensions][width], row-major
 */
export async function contrastiveHead(options: HeadOptions): Promise<Float32Array> {
  const { width, dimensions } = options;
  const start = new Float32Array(dimensions * width);
  for (let row = 0; row < dimensions; row++) start[row * width + row] = 1;
  const head = tf.variable(tf.tensor2d(start, [dimensions, width]), true, 'head');
  const optimiser = tf.train.adam(learningRate);
  const nextBatch = batches(options);
  for (let step = 0; step < steps; step++) {
    const { rows, classes } = nextBatch();
    tf.tidy(() => {
      const batch = tf.tensor2d(rows, [classes.length, width]);
      const gradient = contrastiveGradient(batch, classes, head as tf.Tensor2D);
      optimiser.applyGradients([{ name: head.name, tensor: gradient }]);
    });
  }
  const values = (await head.data()) as Float32Array;
  head.dispose();
  optimiser.dispose();
  return values;
}

/**
 * Gradient of the supervised contrastive loss with respect to the head [dimensions][width]. Written out, because
 * TensorFlow.js differentiates only in its largest build.
 */
function contrastiveGradient(rows: tf.Tensor2D, classes: readonly number[], head: tf.Tensor2D): tf.Tensor2D {
  return tf.tidy(() => {
    const size = classes.length;
    const reduced = tf.matMul(rows, tf.transpose(head));
    const lengths = tf.sqrt(tf.sum(tf.square(reduced), 1, true));
    const unit = tf.div<tf.Tensor2D>(reduced, lengths);
    const similarities = tf.div(tf.matMul(unit, tf.transpose(unit)), temperature);
    const shares = tf.softmax(tf.sub(similarities, tf.mul(tf.eye(size), 1e9)));
    const positive = tf.tensor2d(
      classes.flatMap((own, i) => classes.map((other, j) => (own === other && i !== j ? 1 : 0))),
      [size, size],
    );
    const wanted = tf.div(positive, tf.sum(positive, 1, true));
    const ofSimilarities = tf.div<tf.Tensor2D>(tf.sub(shares, wanted), size * temperature);
    const ofUnit = tf.matMul(tf.add<tf.Tensor2D>(ofSimilarities, tf.transpose(ofSimilarities)), unit);
    // Scaling to length 1 takes out what points along the vector itself.
    const along = tf.mul(unit, tf.sum(tf.mul(unit, ofUnit), 1, true));
    const ofReduced = tf.div<tf.Tensor2D>(tf.sub(ofUnit, along), lengths);
    return tf.matMul(tf.transpose(ofReduced), rows);
  });
}

/** Draws classes, pictures of each, and of each picture the whole and one quarter. */
function batches({ wholes, parts, width, classes }: HeadOptions) {
  const random = seededRandom(1);
  const members = new Map<number, number[]>();
  classes.forEach((own, picture) => members.set(own, [...(members.get(own) ?? []), picture]));
  const groups = [...members].filter(([, pictures]) => pictures.length > 1);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  return (): { rows: Float32Array; classes: number[] } => {
    const chosen = Array.from({ length: classesPerBatch }, () => pick(groups)).flatMap(([own, pictures]) =>
      Array.from({ length: picturesPerClass }, () => ({ own, picture: pick(pictures) })),
    );
    const rows = new Float32Array(chosen.length * 2 * width);
    chosen.forEach(({ picture }, index) => {
      rows.set(wholes.subarray(picture * width, (picture + 1) * width), index * 2 * width);
      const part = picture * 4 + Math.floor(random() * 4);
      rows.set(parts.subarray(part * width, (part + 1) * width), (index * 2 + 1) * width);
    });
    return { rows, classes: chosen.flatMap(({ own }) => [own, own]) };
  };
}
