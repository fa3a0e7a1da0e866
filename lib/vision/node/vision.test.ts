import { embeddingKinds } from '../embedding';
import path from 'node:path';
import type { Pixels } from '../pixels';
import { seededRandom } from '../random';
import { rawDescriptor } from '../descriptor';
import { installVgg19 } from './install';
import { openVision, type Vision } from './vision';

const weights = process.env.VGG19_WEIGHTS;
const describeIf = weights ? describe : describe.skip;
if (!weights)
  console.warn(
    'SKIPPED: the extraction pool is not tried with the genuine network, because VGG19_WEIGHTS is not set.',
  );

jest.setTimeout(300_000);

function noise(seed: number): Pixels {
  const random = seededRandom(seed);
  return { width: 224, height: 224, data: Uint8Array.from({ length: 224 * 224 * 3 }, () => random() * 256) };
}

describeIf('Gafu’s eyes', () => {
  let vision: Vision;

  beforeAll(async () => {
    await installVgg19({
      modelsDir: path.resolve('models'),
      weightsFile: weights ?? null,
      downloadDir: path.resolve('data/downloads'),
    });
    vision = await openVision({ recipe: 'default', backend: 'wasm' });
  });
  afterAll(() => vision.close());

  it('say which network, recipe and spaces they see with', () => {
    expect(vision.recipe).toBe('default');
    expect(vision.network).toMatchObject({
      name: 'vgg19',
      backend: 'wasm',
      layers: expect.arrayContaining(['block3_conv4']) as string[],
    });
    expect(vision.spaces.style).toMatchObject({ kind: 'style', dimensions: 128 });
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

  it('leave this process free while they look', async () => {
    let ticks = 0;
    const clock = setInterval(() => ticks++, 10);
    await vision.embed(noise(2));
    clearInterval(clock);
    expect(ticks).toBeGreaterThan(10);
  });

  it('survive a SIGKILL in the middle of a picture', async () => {
    const expected = await vision.embed(noise(3));
    const [first] = vision.processIds;
    const looking = vision.embed(noise(3));
    setTimeout(() => process.kill(first ?? 0, 'SIGKILL'), 50);
    expect((await looking).embeddings).toEqual(expected.embeddings);
    expect(vision.processIds).not.toContain(first);
  });

  it('describe any layer, and say which there are when one is not', async () => {
    expect(await vision.describe(noise(1), rawDescriptor('block1_conv2', 'gram'))).toHaveLength(2080);
    await expect(vision.describe(noise(1), rawDescriptor('block9_conv1', 'gram'))).rejects.toThrow(
      'has no layer block9_conv1. It has: block1_conv1,',
    );
  });

  it('keep to the article when asked for its recipe', async () => {
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
