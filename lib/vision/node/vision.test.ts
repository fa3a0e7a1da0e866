import { performance } from 'node:perf_hooks';
import { embeddingKinds } from '../embedding';
import type { Pixels } from '../pixels';
import { seededRandom } from '../random';
import { rawDescriptor } from '../descriptor';
import { testWith } from '@/tests/support/prerequisites';
import { installTestNetwork, testNetwork } from '@/tests/support/test-network';
import { openVision, type Vision } from './vision';

jest.setTimeout(300_000);

function noise(seed: number): Pixels {
  const random = seededRandom(seed);
  return { width: 224, height: 224, data: Uint8Array.from({ length: 224 * 224 * 3 }, () => random() * 256) };
}

describe('an extraction pool', () => {
  let vision: Vision;

  beforeAll(async () => {
    await installTestNetwork();
    vision = await openVision({ recipe: testNetwork.recipe, backend: 'wasm' });
  });
  afterAll(() => vision.close());

  it('say which network, recipe and spaces they use', () => {
    expect(vision.recipe).toBe(testNetwork.recipe);
    expect(vision.network).toMatchObject({
      name: testNetwork.name,
      backend: 'wasm',
      layers: expect.arrayContaining([...testNetwork.styleLayers, 'block2_conv2']) as string[],
    });
    expect(vision.spaces.style).toMatchObject({
      kind: 'style',
      dimensions: testNetwork.styleDimensions,
    });
    expect(vision.spaces.content).toMatchObject({ kind: 'content', dimensions: 128 });
  });

  it('make two embeddings of length 1, the same for the same picture', async () => {
    const { embeddings, timingsMs } = await vision.embed(noise(1));
    for (const kind of embeddingKinds) {
      expect(embeddings[kind]).toHaveLength(vision.spaces[kind].dimensions);
      expect(embeddings[kind].reduce((sum, value) => sum + value * value, 0)).toBeCloseTo(1, 5);
    }
    expect((await vision.embed(noise(1))).embeddings).toEqual(embeddings);
    expect(timingsMs.network).toBeGreaterThan(0);
  });

  it('leave this process free while they embed', async () => {
    const before = performance.eventLoopUtilization();
    for (let seed = 0; seed < 8; seed += 1) await vision.embed(noise(seed));
    // An event loop that runs the network is busy all the time; this one only hands pictures over.
    expect(performance.eventLoopUtilization(before).utilization).toBeLessThan(0.5);
  });

  it('survive a SIGKILL in the middle of a picture', async () => {
    const expected = await vision.embed(noise(3));
    const [first] = vision.processIds;
    // Stopped first: however fast the network is, it has not finished the picture when it is killed.
    process.kill(first ?? 0, 'SIGSTOP');
    const embedding = vision.embed(noise(3));
    setTimeout(() => process.kill(first ?? 0, 'SIGKILL'), 50);
    expect((await embedding).embeddings).toEqual(expected.embeddings);
    expect(vision.processIds).not.toContain(first);
  });

  it('describe any layer, and say which there are when one is not', async () => {
    // The upper triangle of the Gram matrix of 128 channels, which block2_conv2 has in both networks.
    expect(await vision.describe(noise(1), rawDescriptor('block2_conv2', 'gram'))).toHaveLength(8256);
    await expect(vision.describe(noise(1), rawDescriptor('block9_conv1', 'gram'))).rejects.toThrow(
      `has no layer block9_conv1. It has: ${vision.network.layers[0]},`,
    );
  });

  testWith(['vgg19'], 'follow the article by its recipe', async () => {
    const article = await openVision({ recipe: 'article', backend: 'wasm' });
    expect([article.spaces.style.dimensions, article.spaces.content.dimensions]).toEqual([100, 100]);
    expect(article.spaces.style.id).not.toBe(vision.spaces.style.id);
    await article.close();
  });

  it('do not open with an unknown recipe', async () => {
    await expect(openVision({ recipe: 'nope', backend: 'wasm' })).rejects.toMatchObject({
      kind: 'not-found',
    });
  });
});
