import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { networkInput } from '@/lib/images/network-input';
import { squareView } from '@/lib/vision/view';
import { describeWith } from '@/tests/support/prerequisites';
import { rawDescriptor } from '../descriptor';
import type { Extractor } from '../extractor';
import type { Pixels } from '../pixels';
import { openExtractor } from './batch';
import { installVgg19 } from './install';

/** What PyTorch computes with the genuine weights: `vgg19.json` in REFERENCE_DIR. */
interface Reference {
  readonly images: Record<
    string,
    {
      readonly layers: Record<string, LayerReference>;
      readonly content: { length: number; l2: number; first16: number[]; last4: number[] };
    }
  >;
}
interface LayerReference {
  readonly shape_hwc: number[];
  readonly mean: number;
  readonly max: number;
  readonly zeros: number;
  readonly gram_length: number;
  readonly gram_l2: number;
  readonly gram_first16: number[];
  readonly gram_last4: number[];
  readonly channel_mean_first8: number[];
}

const pictures = ['renoir.png', 'hokusai.png', 'gogh.png', 'vermeer.png'];
const folder = process.env.REFERENCE_DIR ?? '';

jest.setTimeout(600_000);

/** Within one part in a thousand of `expected`, or of `floor` where that is larger: rounding noise around zero. */
function expectClose(found: number | undefined, expected: number, floor = 0): void {
  const tolerance = 1e-3 * Math.max(Math.abs(expected), floor);
  expect(Math.abs((found ?? NaN) - expected)).toBeLessThanOrEqual(tolerance);
}

/** One loop over all values: a callback for each of millions would take most of the test's time. */
function summary(values: Float32Array): { mean: number; max: number; zeros: number; l2: number } {
  let [sum, squares, max, zeros] = [0, 0, 0, 0];
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? NaN;
    sum += value;
    squares += value * value;
    if (value > max) max = value;
    if (value === 0) zeros++;
  }
  return { mean: sum / values.length, max, zeros: zeros / values.length, l2: Math.sqrt(squares) };
}

for (const backend of ['node', 'wasm'] as const)
  describeWith(
    backend === 'node' ? ['vgg19', 'reference', 'tfjsNode'] : ['vgg19', 'reference'],
    `VGG19 on the backend ${backend}, compared with PyTorch`,
    () => {
      let reference: Reference;
      let extractor: Extractor;

      const ofPicture = (file: string) => {
        const found = reference.images[file];
        if (!found) throw new Error(`vgg19.json has no values of ${file}.`);
        return found;
      };

      beforeAll(async () => {
        reference = JSON.parse(readFileSync(path.join(folder, 'vgg19.json'), 'utf8')) as Reference;
        const modelsDir = path.resolve('models');
        await installVgg19({
          modelsDir,
          weightsFile: process.env.VGG19_WEIGHTS ?? null,
          downloadDir: path.resolve('data/downloads'),
        });
        extractor = await openExtractor({ modelsDir, backend });
      });
      afterAll(() => extractor.dispose());

      // The code above both backends is the same, and WebAssembly is five times slower.
      const extractions = backend === 'node' ? 1000 : 100;
      it(`leaves no tensor behind after ${extractions} extractions`, async () => {
        const picture: Pixels = { width: 32, height: 32, data: new Uint8Array(32 * 32 * 3).fill(90) };
        const recipes = (['gram', 'mean-std', 'map'] as const).map((statistic) =>
          rawDescriptor('block3_conv3', statistic),
        );
        await extractor.describe([picture], recipes);
        const before = tf.memory().numTensors;
        for (let i = 0; i < extractions; i++) await extractor.describe([picture], recipes);
        expect(tf.memory().numTensors).toBe(before);
      });

      it('has reference values for these pictures and no others', () => {
        expect(Object.keys(reference.images).sort()).toEqual([...pictures].sort());
      });

      describe.each(pictures)('%s', (file) => {
        it('has the feature maps of every layer', async () => {
          const { layers } = ofPicture(file);
          const names = Object.keys(layers);
          const maps = extractor.featureMaps(
            [await networkInput(readFileSync(path.join(folder, file)), squareView)],
            names,
          );
          for (const [index, name] of names.entries()) {
            const values = (await maps[index]?.data()) as Float32Array;
            const { shape_hwc, mean, max, zeros } = layers[name] as LayerReference;
            expect(maps[index]?.shape).toEqual([1, ...shape_hwc]);
            const found = summary(values);
            expectClose(found.mean, mean);
            expectClose(found.max, max);
            expectClose(found.zeros, zeros);
          }
          tf.dispose(maps);
        });

        it('has the Gram matrix and channel means of every layer, and the content map', async () => {
          const { layers, content } = ofPicture(file);
          const names = Object.keys(layers);
          const recipes = [
            ...names.flatMap((name) => [rawDescriptor(name, 'gram'), rawDescriptor(name, 'mean-std')]),
            rawDescriptor('block2_conv2', 'map'),
          ];
          const { pictures } = await extractor.describe(
            [await networkInput(readFileSync(path.join(folder, file)), squareView)],
            recipes,
          );
          const descriptors = pictures[0] ?? [];
          for (const [index, name] of names.entries()) {
            const [gram, meanStd] = [
              descriptors[index * 2] ?? new Float32Array(),
              descriptors[index * 2 + 1] ?? new Float32Array(),
            ];
            const { gram_length, gram_l2, gram_first16, gram_last4, channel_mean_first8, mean } = layers[
              name
            ] as LayerReference;
            expect(gram).toHaveLength(gram_length);
            expectClose(summary(gram).l2, gram_l2);
            gram_first16.forEach((value, i) => expectClose(gram[i], value, 1e-2));
            gram_last4.forEach((value, i) => expectClose(gram[gram.length - 4 + i], value, 1e-2));
            channel_mean_first8.forEach((value, i) => expectClose(meanStd[i], value, mean * 1e-2));
          }
          const map = descriptors.at(-1) ?? new Float32Array();
          expect(map).toHaveLength(content.length);
          expectClose(summary(map).l2, content.l2);
          content.first16.forEach((value, i) => expectClose(map[i], value));
          content.last4.forEach((value, i) => expectClose(map[map.length - 4 + i], value));
        });
      });
    },
  );
