import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { Problem } from '@/lib/platform/problem';
import { composeDescriptor, type DescriptorRecipe, type Statistic } from './descriptor';
import type { NetworkInfo } from './network-info';
import type { Pixels } from './pixels';
import { vggInput } from './preprocess';
import { statisticOf } from './statistics';
import { windowsOf } from './windows';

/** One layer's statistic of one picture, and the batch's milliseconds it took. */
export interface LayerStatistic {
  readonly layer: string;
  readonly statistic: Statistic;
}

export interface Extraction<T> {
  /** One entry per picture, in order. */
  readonly pictures: readonly T[];
  /** Milliseconds for the whole batch. */
  readonly timingsMs: { readonly network: number; readonly descriptor: number };
}

/**
 * Looks at pictures with a network: pixels in, descriptors out. Runs on whatever TensorFlow.js backend is set, in
 * Node or a browser, and leaves no tensor behind.
 */
export class Extractor {
  /** Sub-networks that end at the asked layers; they share the weights of `model`. */
  private readonly submodels = new Map<string, tfl.LayersModel>();

  constructor(
    private readonly model: tfl.LayersModel,
    readonly network: NetworkInfo,
  ) {}

  /**
   * Several descriptors of each picture from one pass through the network. Result: [picture][recipe].
   * @throws Problem `not-found` for a layer that the network does not have, `invalid-request` for unequal sizes.
   */
  async describe(
    pictures: readonly Pixels[],
    recipes: readonly DescriptorRecipe[],
  ): Promise<Extraction<Float32Array[]>> {
    const wanted = recipes.flatMap(({ layers, statistic }) => layers.map((layer) => ({ layer, statistic })));
    const measured = await this.measure(pictures, wanted);
    const started = performance.now();
    let next = 0;
    const ranges = recipes.map(({ layers }) => [next, (next += layers.length)] as const);
    const descriptors = measured.pictures.map((values) =>
      recipes.map((recipe, index) => composeDescriptor(values.slice(...(ranges[index] ?? [])), recipe)),
    );
    const { network, descriptor } = measured.timingsMs;
    return {
      pictures: descriptors,
      timingsMs: { network, descriptor: descriptor + performance.now() - started },
    };
  }

  /**
   * Raw statistics of each picture from one pass through the network; of an extreme shape the mean over its windows,
   * one pass each. Result: [picture][wanted]; errors as `describe`.
   */
  async measure(
    pictures: readonly Pixels[],
    wanted: readonly LayerStatistic[],
  ): Promise<Extraction<Float32Array[]>> {
    if (pictures.every(({ windows = 1 }) => windows === 1)) return this.measureBatch(pictures, wanted);
    const measured: Float32Array[][] = [];
    const timingsMs = { network: 0, descriptor: 0 };
    for (const picture of pictures) {
      const windows: Float32Array[][] = [];
      for (const window of windowsOf(picture)) {
        const { pictures: own, timingsMs: tookMs } = await this.measureBatch([window], wanted);
        windows.push(own[0] ?? []);
        timingsMs.network += tookMs.network;
        timingsMs.descriptor += tookMs.descriptor;
      }
      measured.push(wanted.map((_, index) => meanOf(windows.map((values) => values[index] as Float32Array))));
    }
    return { pictures: measured, timingsMs };
  }

  private async measureBatch(
    pictures: readonly Pixels[],
    wanted: readonly LayerStatistic[],
  ): Promise<Extraction<Float32Array[]>> {
    if (pictures.length === 0 || wanted.length === 0)
      return { pictures: pictures.map(() => []), timingsMs: { network: 0, descriptor: 0 } };
    const layers = [...new Set(wanted.map(({ layer }) => layer))];
    const started = performance.now();
    const maps = this.featureMaps(pictures, layers);
    const seen = performance.now();
    try {
      const measured: Float32Array[][] = [];
      for (let index = 0; index < pictures.length; index++) {
        const values: Float32Array[] = [];
        for (const { layer, statistic } of wanted) {
          const batch = maps[layers.indexOf(layer)] as tf.Tensor4D;
          const own = tf.tidy(
            () => tf.squeeze(tf.slice4d(batch, [index, 0, 0, 0], [1, -1, -1, -1]), [0]) as tf.Tensor3D,
          );
          values.push(await statisticOf(own, statistic).finally(() => own.dispose()));
        }
        measured.push(values);
      }
      return {
        pictures: measured,
        timingsMs: { network: seen - started, descriptor: performance.now() - seen },
      };
    } finally {
      tf.dispose(maps);
    }
  }

  /** Feature maps after ReLU, one [picture, height, width, channels] per layer. The caller disposes them; errors as `describe`. */
  featureMaps(pictures: readonly Pixels[], layers: readonly string[]): tf.Tensor4D[] {
    const submodel = this.submodelOf(layers);
    const { width = 0, height = 0 } = pictures[0] ?? {};
    return tf.tidy(() => {
      const input = tf.tensor4d(vggInput(pictures), [pictures.length, height, width, 3]);
      const output = submodel.predict(input, { batchSize: pictures.length });
      return (Array.isArray(output) ? output : [output]) as tf.Tensor4D[];
    });
  }

  /** How many channels a layer's feature maps have. @throws Problem `not-found` for a layer that is not there. */
  channelsOf(layer: string): number {
    const { shape } = this.submodelOf([layer]).outputs[0] ?? {};
    return shape?.at(-1) ?? 0;
  }

  private submodelOf(layers: readonly string[]): tfl.LayersModel {
    const key = layers.join();
    const known = this.submodels.get(key);
    if (known) return known;
    const missing = layers.filter((layer) => !this.network.layers.includes(layer));
    if (missing.length > 0) {
      throw new Problem(
        'not-found',
        `The installed network ${this.network.name} has no layer ${missing.join(', ')}. It has: ${this.network.layers.join(', ')}. VGG19's later layers need its complete weights: name that file as VGG19_WEIGHTS, or name none, and run gafu models install.`,
        { layers: this.network.layers },
      );
    }
    const outputs = layers.map((layer) => this.model.getLayer(layer).output as tfl.SymbolicTensor);
    const submodel = tfl.model({ inputs: this.model.inputs, outputs });
    this.submodels.set(key, submodel);
    return submodel;
  }

  /** Frees the network's weights; the extractor cannot be used afterwards. */
  dispose(): void {
    this.model.dispose();
  }
}

function meanOf(vectors: readonly Float32Array[]): Float32Array {
  const mean = new Float32Array(vectors[0]?.length ?? 0);
  for (const vector of vectors)
    for (let i = 0; i < mean.length; i++)
      mean[i] = (mean[i] as number) + (vector[i] as number) / vectors.length;
  return mean;
}
