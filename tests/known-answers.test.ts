import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { knownAnswerShare } from '@/lib/evaluate/samples/known-answers';
import { checkSamples, sampleCheckText } from '@/lib/evaluate/samples/sample-check';
import { openExtractor } from '@/lib/vision/node/batch';
import { recipeNamed } from '@/lib/vision/recipes';
import { testWith } from './support/prerequisites';
import { installTestNetwork } from './support/test-network';

describe('the sample collection, where the style and the subject of every work are known', () => {
  let dataDir = '';
  beforeEach(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), 'gafu-known-answers-'));
  });
  afterEach(() => rm(dataDir, { recursive: true, force: true }));

  const nineOfTen = async (recipeName: string) => {
    const modelsDir = path.resolve('models');
    const recipe = recipeNamed(recipeName);
    const extractor = await openExtractor({
      modelsDir,
      network: recipe.network,
      backend: 'auto',
    });
    try {
      const check = await checkSamples({
        recipe,
        extractor,
        modelsDir,
        dataDir,
        samplesDir: path.resolve('samples'),
      });
      console.log(sampleCheckText(check));
      expect(check.answers.style.answered).toBeGreaterThanOrEqual(knownAnswerShare);
      expect(check.answers.content.answered).toBeGreaterThanOrEqual(knownAnswerShare);
    } finally {
      extractor.dispose();
    }
  };

  testWith(
    ['vgg19'],
    'by VGG19 at least nine works of ten find their style and their subject',
    async () => {
      await installTestNetwork();
      await nineOfTen('default');
    },
    15 * 60_000,
  );

  test('so do they by the compact network', () => nineOfTen('lite'), 15 * 60_000);
});
