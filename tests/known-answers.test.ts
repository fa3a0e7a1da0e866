import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { knownAnswerShare } from '@/lib/evaluate/samples/known-answers';
import { checkSamples, sampleCheckText } from '@/lib/evaluate/samples/sample-check';
import { openExtractor } from '@/lib/vision/node/batch';
import { installVgg19 } from '@/lib/vision/node/install';
import { recipeNamed } from '@/lib/vision/recipes';

const weightsFile = process.env.VGG19_WEIGHTS ?? null;
if (weightsFile === null)
  console.warn(
    'SKIPPED: the sample collection was not searched by VGG19. Set VGG19_WEIGHTS to VGG19’s weights.',
  );

describe('the sample collection, where the style and the subject of every work are known', () => {
  let dataDir = '';
  beforeEach(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), 'gafu-known-answers-'));
  });
  afterEach(() => rm(dataDir, { recursive: true, force: true }));

  const nineOfTen = async (recipeName: string, networksDir: string) => {
    const recipe = recipeNamed(recipeName);
    const extractor = await openExtractor({
      modelsDir: networksDir,
      network: recipe.network,
      backend: 'auto',
    });
    const modelsDir = path.resolve('models');
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

  (weightsFile === null ? test.skip : test)(
    'by VGG19 at least nine works of ten find their style and their subject',
    async () => {
      await installVgg19({ modelsDir: dataDir, weightsFile, downloadDir: dataDir });
      await nineOfTen('default', dataDir);
    },
    15 * 60_000,
  );

  test('so do they by the compact network', () => nineOfTen('lite', path.resolve('models')), 15 * 60_000);
});
