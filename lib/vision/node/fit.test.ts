import { appendFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Extractor } from '../extractor';
import type { Pixels } from '../pixels';
import { seededRandom } from '../random';
import type { Recipe } from '../recipes';
import { squareView } from '../view';
import { useBackend } from './backend';
import { openExtractor } from './batch';
import type { PictureSource } from './fill-caches';
import { fitRecipe, type FitProgress } from './fit';
import { writeKerasFile } from './keras-file.fixture';
import { storeVgg19 } from './network-store';
import { loadSpace } from './projection-store';

const folder = mkdtempSync(path.join(os.tmpdir(), 'gafu-fit-'));
const recipe: Recipe = {
  name: 'tried',
  network: 'vgg19',
  view: squareView,
  embeddings: {
    style: {
      descriptor: {
        statistic: 'gram',
        layers: ['block1_conv1'],
        normalisation: 'signed-sqrt',
        unitLength: true,
      },
      projection: { kind: 'pca-whitened', dimensions: 5, exponent: 0.75 },
    },
    content: {
      descriptor: {
        statistic: 'mean-std',
        layers: ['block1_conv1', 'block1_conv2'],
        normalisation: 'none',
        unitLength: false,
      },
      projection: { kind: 'pca', dimensions: 3 },
    },
  },
};
let extractor: Extractor;
let decoded: number[] = [];

const pictures: PictureSource[] = Array.from({ length: 20 }, (_, index) => ({
  key: index.toString(16).padStart(64, '0'),
  pixels: () => {
    decoded.push(index);
    return Promise.resolve(picture(index));
  },
}));

function picture(seed: number): Pixels {
  const random = seededRandom(seed);
  return { width: 8, height: 8, data: Uint8Array.from({ length: 192 }, () => random() * 256) };
}

const fit = (some = pictures, onProgress?: (progress: FitProgress) => void) =>
  fitRecipe({ recipe, extractor, pictures: some, dataDir: folder, modelsDir: folder, onProgress });

beforeAll(async () => {
  const file = path.join(folder, 'weights.h5');
  await writeKerasFile(file);
  await useBackend('wasm');
  await storeVgg19(file, folder);
  extractor = await openExtractor({ modelsDir: folder, backend: 'wasm' });
});
beforeEach(() => {
  decoded = [];
});
afterAll(() => {
  extractor.dispose();
  rmSync(folder, { recursive: true });
});

describe('fitting a recipe', () => {
  it('stores projections that can be loaded into their spaces', async () => {
    const fitted = await fit();
    expect(fitted.map(({ kind, inputLength, dimensions }) => [kind, inputLength, dimensions])).toEqual([
      ['style', 2080, 5],
      ['content', 256, 3],
    ]);
    for (const { explainedVariance } of fitted) {
      expect(explainedVariance).toBeGreaterThan(0);
      expect(explainedVariance).toBeLessThanOrEqual(1);
    }
    const { space, projection } = await loadSpace(folder, recipe, 'style', extractor.network);
    expect(space).toMatchObject({
      kind: 'style',
      dimensions: 5,
      descriptor: recipe.embeddings.style.descriptor,
    });
    expect(projection?.inputLength).toBe(2080);
  });

  it('embeds only pictures that it has not seen, once each, and reports progress', async () => {
    await fit(pictures.slice(0, 12));
    expect(decoded).toEqual([]);
    const more = [...pictures, { ...(pictures[0] as PictureSource), key: 'f'.repeat(64) }];
    const stages: FitProgress[] = [];
    await fit([...more, ...more], (progress) => stages.push(progress));
    expect(decoded).toEqual([0]);
    expect(stages.filter(({ stage }) => stage === 'pictures')).toEqual([
      { stage: 'pictures', done: 20, all: 21 },
      { stage: 'pictures', done: 21, all: 21 },
    ]);
    expect(stages.at(-1)).toEqual({ stage: 'content', done: 7, all: 7 });
  });

  it('gives the same space when it is done again', async () => {
    const id = async () => (await loadSpace(folder, recipe, 'style', extractor.network)).space.id;
    await fit();
    const first = await id();
    await fit();
    expect(await id()).toBe(first);
  });

  it('cuts off what a crash left half written, and measures nothing again', async () => {
    await fit();
    const caches = path.join(folder, 'descriptors');
    for (const extractorFolder of readdirSync(caches)) {
      for (const file of readdirSync(path.join(caches, extractorFolder)))
        appendFileSync(path.join(caches, extractorFolder, file), 'abc');
    }
    const { space } = await loadSpace(folder, recipe, 'content', extractor.network);
    await fit();
    expect((await loadSpace(folder, recipe, 'content', extractor.network)).space.id).toBe(space.id);
    expect(decoded).toEqual([]);
  });

  it('is what to do if a recipe has not been fitted, or has changed since', async () => {
    await fit();
    const load = (changed: Recipe) => loadSpace(folder, changed, 'style', extractor.network);
    await expect(load({ ...recipe, name: 'other' })).rejects.toThrow(
      'The recipe "other" has no style projection yet. Run: gafu fit',
    );
    const style = { ...recipe.embeddings.style, projection: { kind: 'pca', dimensions: 5 } } as const;
    await expect(load({ ...recipe, embeddings: { ...recipe.embeddings, style } })).rejects.toMatchObject({
      kind: 'conflict',
    });
    await expect(
      loadSpace(folder, recipe, 'style', { ...extractor.network, layerDigests: {} }),
    ).rejects.toThrow('was fitted for the network vgg19/bgr-mean/');
  });
});
