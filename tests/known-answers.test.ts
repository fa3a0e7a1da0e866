import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { knownAnswerShare } from '@/lib/evaluate/known-answers';
import { checkSamples, sampleCheckText } from '@/lib/evaluate/sample-check';
import { openExtractor } from '@/lib/vision/node/batch';
import { installVgg19 } from '@/lib/vision/node/install';
import { recipeNamed } from '@/lib/vision/recipes';

const weightsFile = process.env.VGG19_WEIGHTS ?? null;
const known = weightsFile === null ? describe.skip : describe;
if (weightsFile === null)
  console.warn('SKIPPED: the sample collection was not searched. Set VGG19_WEIGHTS to VGG19’s weights.');

known('the sample collection, where the style and the subject of every work are known', () => {
  test(
    'at least nine works of ten find their style and their subject',
    async () => {
      const dataDir = await mkdtemp(path.join(tmpdir(), 'gafu-known-answers-'));
      await installVgg19({ modelsDir: dataDir, weightsFile, downloadDir: dataDir });
      const extractor = await openExtractor({ modelsDir: dataDir, backend: 'auto' });
      try {
        const check = await checkSamples({
          recipe: recipeNamed('default'),
          extractor,
          modelsDir: path.resolve('models'),
          dataDir,
          samplesDir: path.resolve('samples'),
        });
        console.log(sampleCheckText(check));
        expect(check.answers.style.answered).toBeGreaterThanOrEqual(knownAnswerShare);
        expect(check.answers.content.answered).toBeGreaterThanOrEqual(knownAnswerShare);
      } finally {
        extractor.dispose();
        await rm(dataDir, { recursive: true, force: true });
      }
    },
    15 * 60_000,
  );
});
