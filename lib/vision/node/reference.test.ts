import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { networkInput } from '@/lib/images/network-input';
import { squareView } from '@/lib/vision/view';
import { rawDescriptor } from '../descriptor';
import type { Extractor } from '../extractor';
import type { Pixels } from '../pixels';
import { openExtractor } from './batch';
import { installVgg19 } from './install';

/** What PyTorch gives for the genuine weights: `vgg19.json` in REFERENCE_DIR. */
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

const { VGG19_WEIGHTS: weights, REFERENCE_DIR: folder } = process.env;
const absent = Object.entries({ VGG19_WEIGHTS: weights, REFERENCE_DIR: folder }).flatMap(([name, value]) =>
  value ? [] : [name],
);
const describeIf = absent.length === 0 ? describe : describe.skip;
if (absent.length > 0)
  console.warn(
    `SKIPPED: VGG19 is not compared with its reference values, because ${absent.join(' and ')} is not set.`,
  );

const tfjsNode = existsSync(path.resolve('node_modules/@tensorflow/tfjs-node/lib/napi-v8/tfjs_binding.node'));
if (!tfjsNode)
  console.warn(
    'SKIPPED: the backend "node" is not compared, because @tensorflow/tfjs-node is not built here.',
  );

jest.setTimeout(600_000);

/** Within one part in a thousand of `expected`, or of `floor` where that is larger: rounding noise around zero. */
function expectClose(found: number | undefined, expected: number, floor = 0): void {
  const tolerance = 1e-3 * Math.max(Math.abs(expected), floor);
  expect(Math.abs((found ?? NaN) - expected)).toBeLessThanOrEqual(tolerance);
}

const l2 = (values: Float32Array): number => Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));

describeIf.each(tfjsNode ? (['node', 'wasm'] as const) : (['wasm'] as const))(
  'VGG19 on the backend %s, beside PyTorch',
  (backend) => {
    const reference = JSON.parse(readFileSync(path.join(folder ?? '', 'vgg19.json'), 'utf8')) as Reference;
    let extractor: Extractor;

    beforeAll(async () => {
      const modelsDir = path.resolve('models');
      await installVgg19({
        modelsDir,
        weightsFile: weights ?? null,
        downloadDir: path.resolve('data/downloads'),
      });
      extractor = await openExtractor({ modelsDir, backend });
    });
    afterAll(() => extractor.dispose());

    it('leaves no tensor behind after 1,000 extractions', async () => {
      const picture: Pixels = { width: 32, height: 32, data: new Uint8Array(32 * 32 * 3).fill(90) };
      const recipes = (['gram', 'mean-std', 'map'] as const).map((statistic) =>
        rawDescriptor('block3_conv3', statistic),
      );
      await extractor.describe([picture], recipes);
      const before = tf.memory().numTensors;
      for (let i = 0; i < 1000; i++) await extractor.describe([picture], recipes);
      expect(tf.memory().numTensors).toBe(before);
    });

    describe.each(Object.entries(reference.images))('%s', (file, { layers, content }) => {
      const names = Object.keys(layers);

      it('has the feature maps of every layer', async () => {
        const maps = extractor.featureMaps(
          [await networkInput(readFileSync(path.join(folder ?? '', file)), squareView)],
          names,
        );
        for (const [index, name] of names.entries()) {
          const values = (await maps[index]?.data()) as Float32Array;
          const { shape_hwc, mean, max, zeros } = layers[name] as LayerReference;
          expect(maps[index]?.shape).toEqual([1, ...shape_hwc]);
          expectClose(values.reduce((sum, value) => sum + value, 0) / values.length, mean);
          expectClose(
            values.reduce((most, value) => Math.max(most, value), 0),
            max,
          );
          expectClose(
            values.reduce((count, value) => count + (value === 0 ? 1 : 0), 0) / values.length,
            zeros,
          );
        }
        tf.dispose(maps);
      });

      it('has the Gram matrix and channel means of every layer, and the content map', async () => {
        const recipes = [
          ...names.flatMap((name) => [rawDescriptor(name, 'gram'), rawDescriptor(name, 'mean-std')]),
          rawDescriptor('block2_conv2', 'map'),
        ];
        const { pictures } = await extractor.describe(
          [await networkInput(readFileSync(path.join(folder ?? '', file)), squareView)],
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
          expectClose(l2(gram), gram_l2);
          gram_first16.forEach((value, i) => expectClose(gram[i], value, 1e-2));
          gram_last4.forEach((value, i) => expectClose(gram[gram.length - 4 + i], value, 1e-2));
          channel_mean_first8.forEach((value, i) => expectClose(meanStd[i], value, mean * 1e-2));
        }
        const map = descriptors.at(-1) ?? new Float32Array();
        expect(map).toHaveLength(content.length);
        expectClose(l2(map), content.l2);
        content.first16.forEach((value, i) => expectClose(map[i], value));
        content.last4.forEach((value, i) => expectClose(map[map.length - 4 + i], value));
      });
    });
  },
);
