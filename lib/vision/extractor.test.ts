import * as tf from '@tensorflow/tfjs-core';
import { rawDescriptor, statistics } from './descriptor';
import { Extractor } from './extractor';
import { useBackend } from './node/backend';
import type { Pixels } from './pixels';
import { imagenetMeanBgr, vggInput } from './preprocess';
import { seededNormals, seededRandom } from './random';
import { buildVgg19, vgg19Convolutions } from './vgg19';

const layers = ['block1_conv1', 'block1_conv2', 'block1_pool', 'block2_conv1'];

/** VGG19's first layers with random weights: enough to test the machinery, never the results. */
function randomExtractor(): Extractor {
  const model = buildVgg19('block2_conv1');
  const weights = model
    .getWeights()
    .map((weight, index) => tf.tensor(seededNormals(weight.size, index + 1), weight.shape));
  model.setWeights(weights);
  tf.dispose(weights);
  return new Extractor(model, { name: 'vgg19', backend: 'cpu', layers, weightsSha256: '', layerDigests: {} });
}

function randomPicture(seed: number, side = 8): Pixels {
  const random = seededRandom(seed);
  return {
    width: side,
    height: side,
    data: Uint8Array.from({ length: side * side * 3 }, () => Math.floor(random() * 256)),
  };
}

beforeAll(() => useBackend('wasm'));

describe('VGG19', () => {
  it('has Keras’ layer names, sixteen convolutions', () => {
    expect(vgg19Convolutions.map(({ name }) => name)).toHaveLength(16);
    expect(buildVgg19('block3_conv1').layers.map(({ name }) => name)).toEqual([
      ...[
        'input_1',
        'block1_conv1',
        'block1_conv2',
        'block1_pool',
        'block2_conv1',
        'block2_conv2',
        'block2_pool',
        'block3_conv1',
      ],
    ]);
    expect(vgg19Convolutions.at(-1)).toEqual({ name: 'block5_conv4', channelsIn: 512, channelsOut: 512 });
  });

  it('names its layers when asked for one it does not have', () => {
    expect(() => buildVgg19('block6_conv1')).toThrow(
      'VGG19 has no convolution "block6_conv1". It has: block1_conv1,',
    );
  });

  it('is fed blue, green, red, each minus its mean', () => {
    const [blue, green, red] = imagenetMeanBgr;
    const input = vggInput([{ width: 1, height: 1, data: Uint8Array.of(10, 20, 30) }]);
    expect([...input]).toEqual([30 - blue, 20 - green, 10 - red].map(Math.fround));
  });
});

describe('an extractor', () => {
  it('describes a batch as it describes each picture alone', async () => {
    const extractor = randomExtractor();
    const recipes = statistics.map((statistic) => rawDescriptor('block2_conv1', statistic));
    const pictures = [randomPicture(1), randomPicture(2), randomPicture(3)];
    const together = await extractor.describe(pictures, recipes);
    for (const [index, picture] of pictures.entries()) {
      const alone = await extractor.describe([picture], recipes);
      for (const [k, descriptor] of (alone.pictures[0] ?? []).entries()) {
        const same = together.pictures[index]?.[k] ?? new Float32Array();
        expect(same).toHaveLength(descriptor.length);
        descriptor.forEach((value, i) =>
          expect(Math.abs((same[i] ?? NaN) - value)).toBeLessThanOrEqual(1e-4 * Math.max(1, Math.abs(value))),
        );
      }
    }
  });

  it('joins several layers in the order they are named', async () => {
    const extractor = randomExtractor();
    const picture = randomPicture(4);
    const both = { ...rawDescriptor('block2_conv1', 'mean-std'), layers: ['block2_conv1', 'block1_conv1'] };
    const { pictures } = await extractor.describe(
      [picture],
      [both, rawDescriptor('block2_conv1', 'mean-std'), rawDescriptor('block1_conv1', 'mean-std')],
    );
    const [joined, later, earlier] = pictures[0] ?? [];
    expect([...(joined ?? [])]).toEqual([...(later ?? []), ...(earlier ?? [])]);
  });

  it('says which layers there are when asked for one that is not', async () => {
    await expect(
      randomExtractor().describe([randomPicture(1)], [rawDescriptor('block4_conv1', 'gram')]),
    ).rejects.toThrow(
      'The installed network vgg19 has no layer block4_conv1. It has: block1_conv1, block1_conv2, block1_pool, block2_conv1.',
    );
  });

  it('refuses pictures of unequal size, and too few bytes', async () => {
    const recipes = [rawDescriptor('block1_conv1', 'gram')];
    await expect(
      randomExtractor().describe([randomPicture(1, 8), randomPicture(2, 9)], recipes),
    ).rejects.toThrow('pictures of one size');
    await expect(
      randomExtractor().describe([{ width: 8, height: 8, data: new Uint8Array(3) }], recipes),
    ).rejects.toThrow('8×8 with 3 bytes');
  });

  it('leaves no tensor behind after 1,000 pictures', async () => {
    const extractor = randomExtractor();
    const recipes = [
      rawDescriptor('block1_conv1', 'gram'),
      rawDescriptor('block1_conv1', 'map'),
      rawDescriptor('block1_pool', 'mean-std'),
    ];
    const picture = randomPicture(1, 4);
    await extractor.describe([picture], recipes);
    const before = tf.memory().numTensors;
    for (let done = 0; done < 1000; done += 10)
      await extractor.describe(
        Array.from({ length: 10 }, () => picture),
        recipes,
      );
    await extractor.describe([picture], [rawDescriptor('block9_conv9', 'gram')]).catch(() => undefined);
    expect(tf.memory().numTensors).toBe(before);
  });
});
