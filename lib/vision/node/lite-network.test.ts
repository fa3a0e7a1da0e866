import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { describeWith } from '@/tests/support/prerequisites';
import { composeDescriptor } from '../descriptor';
import { networkKinds } from '../embedding';
import type { Extractor } from '../extractor';
import type { Pixels } from '../pixels';
import { project } from '../projection';
import { recipeNamed } from '../recipes';
import { channelMoments } from '../statistics';
import { useBackend } from './backend';
import { loadExtractor } from './network-store';
import { loadSpace } from './projection-store';

/** What PyTorch gives for the same weights in 32-bit floats: written by `models/lite/training/export.py`. */
interface Reference {
  readonly picture: { readonly height: number; readonly width: number };
  /** Of each layer the means of its channels, then their deviations. */
  readonly layers: Record<string, { readonly shape: number[]; readonly moments: number[] }>;
  /** [y][x][channel], 8 × 8 cells. */
  readonly contentMap: number[];
}

/** What is read of `model.json`. */
interface Topology {
  readonly modelTopology: {
    readonly config: {
      readonly layers: readonly {
        readonly name: string;
        readonly config: { readonly strides?: readonly number[] };
        /** [node][input]: name of the layer, then its indices. */
        readonly inbound_nodes: readonly (readonly (readonly [string, ...unknown[]])[])[];
      }[];
    };
  };
  readonly weightsManifest: readonly {
    readonly weights: readonly { readonly name: string; readonly shape: readonly number[] }[];
  }[];
}

/** Of each layer of VGG19's block 3 in `block3_moments`: means and deviations of 256 channels. */
const layerValues = 512;

const modelsDir = path.resolve('models');
const folder = path.join(modelsDir, 'lite');
const styleLayer = 'block3_moments';
const reference = JSON.parse(readFileSync(path.join(folder, 'reference.json'), 'utf8')) as Reference;

const rootMeanSquare = (values: readonly number[]) => Math.hypot(...values) / Math.sqrt(values.length);

/** The picture of the reference, by its formula. */
function testPicture({ height, width }: Reference['picture']): Pixels {
  const data = new Uint8Array(height * width * 3);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let c = 0; c < 3; c++)
        data[(y * width + x) * 3 + c] = ((x * x * (c + 1) + y * 7 * (c + 2) + x * y) >> 4) & 255;
  return { height, width, data };
}

test('the compact network takes at most 3 MB on disk', () => {
  const sizesBytes = ['model.json', 'weights.bin'].map((file) => statSync(path.join(folder, file)).size);
  expect(sizesBytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(3e6);
});

test('the compact network takes at most 0.6 GFLOP at 256 × 256', () => {
  const { modelTopology, weightsManifest } = JSON.parse(
    readFileSync(path.join(folder, 'model.json'), 'utf8'),
  ) as Topology;
  const shapes = new Map(
    weightsManifest.flatMap(({ weights }) => weights.map(({ name, shape }) => [name, shape])),
  );
  const sides = new Map<string, number>();
  let flop = 0;
  for (const { name, config, inbound_nodes: nodes } of modelTopology.config.layers) {
    const side = (sides.get(nodes[0]?.[0]?.[0] ?? '') ?? 256) / (config.strides?.[0] ?? 1);
    sides.set(name, side);
    const kernel = shapes.get(`${name}/kernel`) ?? shapes.get(`${name}/depthwise_kernel`);
    // A multiplication and an addition for each weight at each place.
    if (kernel) flop += 2 * side ** 2 * kernel.reduce((product, length) => product * length, 1);
  }
  console.info(`The compact network: ${(flop / 1e9).toFixed(3)} GFLOP at 256 × 256`);
  expect(sides.get('block2_conv2')).toBe(16);
  expect(flop).toBeGreaterThan(0.1e9);
  expect(flop).toBeLessThanOrEqual(0.6e9);
});

for (const backend of ['wasm', 'node'] as const) {
  // libtensorflow is an optional package, which a closed network refuses.
  describeWith(backend === 'node' ? ['tfjsNode'] : [], `the compact network on ${backend}`, () => {
    let extractor: Extractor;

    beforeAll(async () => {
      extractor = await loadExtractor(modelsDir, 'lite', await useBackend(backend));
    });
    afterAll(() => extractor.dispose());

    it('says of a picture what it says in PyTorch, but for its weights of 16 and 8 bits', () => {
      const names = Object.keys(reference.layers);
      const maps = extractor.featureMaps([testPicture(reference.picture)], names);
      for (const [index, name] of names.entries()) {
        const { shape, moments } = reference.layers[name] as Reference['layers'][string];
        const map = maps[index] as tf.Tensor4D;
        expect(map.shape).toEqual([1, ...shape]);
        const found = tf.tidy(() => channelMoments(tf.squeeze<tf.Tensor3D>(map, [0]))).dataSync();
        for (let first = 0; first < moments.length; first += layerValues) {
          const own = moments.slice(first, first + layerValues);
          const apart = own.map((value, i) => Math.abs((found[first + i] ?? NaN) - value));
          // Weights of 8 bits move single channels further, and all together little.
          if (name === styleLayer)
            expect(rootMeanSquare(apart) / rootMeanSquare(own)).toBeLessThanOrEqual(0.01);
          else expect(Math.max(...apart)).toBeLessThanOrEqual(1e-3 * Math.max(...own));
        }
      }
      tf.dispose(maps);
    });

    it('embeds a picture as what PyTorch says of it is embedded', async () => {
      const recipe = recipeNamed('lite');
      const expected = {
        style: recipe.embeddings.style.descriptor.layers.map((layer) =>
          Float32Array.from(reference.layers[layer]?.moments ?? []),
        ),
        content: [Float32Array.from(reference.contentMap)],
      };
      for (const kind of networkKinds) {
        const { descriptor } = recipe.embeddings[kind];
        const { projection } = await loadSpace(modelsDir, recipe, kind, extractor.network);
        if (!projection) throw new Error('the recipe reduces its descriptors');
        const { pictures } = await extractor.describe([testPicture(reference.picture)], [descriptor]);
        const own = project(pictures[0]?.[0] ?? new Float32Array(), projection);
        const wanted = project(composeDescriptor(expected[kind], descriptor), projection);
        const apart = own.map((value, i) => Math.abs(value - (wanted[i] ?? NaN)));
        expect(Math.max(...apart)).toBeLessThanOrEqual(5e-3);
      }
    });

    it('embeds pictures of any proportions whose sides are multiples of 32', () => {
      const maps = extractor.featureMaps(
        [{ width: 160, height: 32, data: new Uint8Array(160 * 32 * 3).fill(128) }],
        extractor.network.layers,
      );
      expect(maps.map(({ shape }) => shape.slice(1, 3))).toEqual([
        [2, 10],
        [1, 5],
      ]);
      tf.dispose(maps);
    });
  });
}
