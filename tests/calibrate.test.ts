import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { calibrate, type Calibration } from '@/lib/evaluate/calibrate/calibrate';
import { qualitySchema, readQuality } from '@/lib/quality/quality';
import { quantileAt } from '@/lib/search/strength/distribution';
import { readShippedStrength, strengthFileSchema } from '@/lib/search/strength/strength-file';
import { weakLine } from '@/lib/search/strength/weak-line';
import { networkKinds } from '@/lib/vision/embedding';
import { openExtractor } from '@/lib/vision/node/batch';
import { recipeNamed } from '@/lib/vision/recipes';
import { installTestNetwork, testNetwork } from './support/test-network';

describe(`the recipe "${testNetwork.recipe}" calibrated on the sample collection`, () => {
  let made: Calibration | null = null;
  const calibration = () => {
    if (made === null) throw new Error('It was not calibrated.');
    return made;
  };

  beforeAll(async () => {
    const dataDir = await mkdtemp(path.join(tmpdir(), 'gafu-calibrate-'));
    await installTestNetwork();
    const modelsDir = path.resolve('models');
    const recipe = recipeNamed(testNetwork.recipe);
    const extractor = await openExtractor({ modelsDir, network: recipe.network, backend: 'auto' });
    const samplesDir = path.resolve('samples');
    try {
      made = await calibrate(
        {
          imagesDir: path.join(samplesDir, 'works'),
          manifest: path.join(samplesDir, 'manifest.csv'),
          recipe,
          fitLabel: 'artist',
          // Each costs ten passes through the network.
          reproductions: 6,
          against: { recipe, extractor },
          samplesDir,
        },
        { extractor, modelsDir, dataDir },
      );
    } finally {
      extractor.dispose();
      await rm(dataDir, { recursive: true, force: true });
    }
  }, 15 * 60_000);

  test('gives what can be written and read', () => {
    const { strength, quality } = calibration();
    expect(strengthFileSchema.parse(strength)).toEqual(strength);
    expect(qualitySchema.parse(quality)).toEqual(quality);
  });

  test('finds pairs of one label closer than random pairs, and a line between them', () => {
    for (const kind of networkKinds) {
      const { random, same } = calibration().strength.kinds[kind];
      expect(quantileAt(same, 50)).toBeGreaterThan(quantileAt(random, 50));
      const line = weakLine(random, same);
      expect(line.rule).toBe('likelihood');
      expect(line.cosine).toBeGreaterThan(quantileAt(random, 50));
      expect(line.cosine).toBeLessThan(quantileAt(same, 50));
    }
  });

  test('is right more often than a blind guess, with an interval, on painters never fitted on', () => {
    const { figures, movement_confusion: confusion } = calibration().quality;
    expect(figures.map(({ label }) => label)).toEqual(['artist', 'movement']);
    for (const { precision_at_1: nearest, chance } of figures) {
      expect(nearest.value).toBeGreaterThan(2 * chance);
      expect(nearest.low).toBeLessThanOrEqual(nearest.value);
      expect(nearest.high).toBeGreaterThanOrEqual(nearest.value);
    }
    for (const row of confusion?.shares ?? [])
      expect(row.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
  });

  test('is of the spaces that were calibrated for shipping; else run gafu calibrate', async () => {
    const { spaces } = calibration().quality;
    expect((await readQuality('models', testNetwork.recipe))?.spaces).toEqual(spaces);
    for (const kind of networkKinds)
      expect(await readShippedStrength('models', testNetwork.recipe, kind, spaces[kind])).not.toBeNull();
  });
});
