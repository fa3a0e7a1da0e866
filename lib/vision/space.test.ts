import type { NetworkInfo } from './network-info';
import { extractorId, spaceOf, type Space } from './space';
import { squareView } from './view';

const parts: Omit<Space, 'id'> = {
  kind: 'style',
  extractor: 'vgg19/bgr-mean/square-224/aaaa',
  descriptor: { statistic: 'gram', layers: ['block2_conv2'], normalisation: 'none', unitLength: false },
  projectionId: 'p',
  dimensions: 100,
};

const network = (layers: string[], sha: string): NetworkInfo => ({
  name: 'vgg19',
  backend: 'wasm',
  layers,
  weightsSha256: sha,
  layerDigests: Object.fromEntries(layers.map((layer) => [layer, `${layer}-digest-of-weights`])),
});

describe('a space', () => {
  it('has the same id whenever it is made the same way', async () => {
    expect(await spaceOf(parts)).toEqual(await spaceOf({ ...parts, descriptor: { ...parts.descriptor } }));
    expect((await spaceOf(parts)).id).toMatch(/^style-[0-9a-f]{16}$/);
  });

  it.each<[string, Partial<Space>]>([
    ['network', { extractor: 'lite/rgb/square-224/aaaa' }],
    ['view', { extractor: 'vgg19/bgr-mean/whole-256/aaaa' }],
    ['projection', { projectionId: 'q' }],
    ['dimensions', { dimensions: 128 }],
    ['layer', { descriptor: { ...parts.descriptor, layers: ['block3_conv1'] } }],
    ['normalisation', { descriptor: { ...parts.descriptor, normalisation: 'signed-sqrt' } }],
  ])('is another with another %s', async (_, change) => {
    expect((await spaceOf({ ...parts, ...change })).id).not.toBe((await spaceOf(parts)).id);
  });

  it('is the same for the complete network and for a file of its first layers', () => {
    const [whole, first] = [network(['a', 'b', 'c'], 'one'), network(['a', 'b'], 'two')];
    expect(extractorId(whole, squareView, ['b', 'a'])).toBe(extractorId(first, squareView, ['b', 'a']));
    expect(extractorId(whole, squareView, ['c'])).not.toBe(extractorId(first, squareView, ['b']));
  });
});
