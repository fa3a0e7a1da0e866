import { layerRows, readExperiments } from './experiment-results';
import { readQuality } from './quality';
import { strengthFilePath, strengthFileSchema } from '@/lib/search/strength/strength-file';
import { readFileSync } from 'node:fs';

test('the committed comparison can be read, and has every layer once, in order', async () => {
  const results = await readExperiments('docs/quality/results.json');
  if (!results) throw new Error('docs/quality/results.json is missing');
  const maps = results.rows.map(({ all }) => all.map_at_10);
  expect(maps).toEqual([...maps].sort((a, b) => b - a));
  const layers = layerRows(results).map(({ layer }) => layer);
  expect(layers.length).toBeGreaterThanOrEqual(8);
  expect(layers[0]).toBe('block1_conv1');
  expect(new Set(layers).size).toBe(layers.length);
  expect(await readExperiments('docs/quality/nowhere.json')).toBeNull();
});

test('a layer is shown as most are, and what was measured on fewer pictures is left out', () => {
  const row = (name: string, layer: string, dimensions = 128, more = {}) => ({
    name,
    descriptors: [{ statistic: 'mean-std', layers: [layer] }],
    projection: { kind: 'pca-whitened', dimensions },
    views: ['square'],
    comparison: 'cosine',
    pictures: 'all',
    all: { map_at_10: 0.5, map_at_10_confidence_95: [0.4, 0.6] as [number, number] },
    ...more,
  });
  const rows = [
    row('larger', 'block2_conv1', 256),
    row('other view', 'block2_conv1', 128, { views: ['whole'] }),
    row('b', 'block2_conv1'),
    row('a', 'block1_conv1'),
    row('two layers', 'block1_conv2', 128, {
      descriptors: [{ statistic: 'mean-std', layers: ['block1_conv1', 'block1_conv2'] }],
    }),
  ];
  const results = { format: 'gafu-experiments-1', pictures: 10, artists: 2, rows };
  expect(layerRows(results).map(({ name }) => name)).toEqual(['a', 'b']);
});

test('what is shipped with the default recipe can be read, and is of the same spaces', async () => {
  const quality = await readQuality('models', 'default');
  const strength = strengthFileSchema.parse(
    JSON.parse(readFileSync(strengthFilePath('models', 'default'), 'utf8')),
  );
  expect(quality?.spaces).toEqual({
    style: strength.kinds.style.space_id,
    content: strength.kinds.content.space_id,
  });
  expect(await readQuality('models', 'nowhere')).toBeNull();
});
