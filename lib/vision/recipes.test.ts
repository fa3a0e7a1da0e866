import { readFileSync } from 'node:fs';
import { recipeNamed, recipes } from './recipes';
import { vgg19Convolutions } from './vgg19';

describe('named recipes', () => {
  it('ask only for layers that their network has', () => {
    const lite = JSON.parse(readFileSync('models/lite/provenance.json', 'utf8')) as { layers: string[] };
    const known = { vgg19: vgg19Convolutions.map(({ name }) => name), lite: lite.layers };
    for (const { network, embeddings } of recipes)
      for (const { descriptor } of Object.values(embeddings))
        expect(known[network]).toEqual(expect.arrayContaining([...descriptor.layers]));
  });

  it('include the article’s as it was', () => {
    const { style, content } = recipeNamed('article').embeddings;
    expect([style.descriptor.layers, style.projection]).toEqual([
      ['block2_conv2'],
      { kind: 'pca', dimensions: 100 },
    ]);
    expect([content.descriptor.statistic, content.projection]).toEqual([
      'map',
      { kind: 'pca', dimensions: 100 },
    ]);
  });

  it('are listed when an unknown one is asked for', () => {
    expect(() => recipeNamed('nope')).toThrow(
      'There is no recipe "nope". There are: default, lite, article.',
    );
  });
});
