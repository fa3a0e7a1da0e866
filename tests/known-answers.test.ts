import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { knownAnswerShare } from '@/lib/evaluate/samples/known-answers';
import { checkSamples, sampleCheckText } from '@/lib/evaluate/samples/sample-check';
import { openExtractor } from '@/lib/vision/node/batch';
import { recipeNamed } from '@/lib/vision/recipes';

// By VGG19: tests/calibrate.test.ts, which embeds the same works.
test(
  'by the compact network at least nine sample works of ten find their style and their subject',
  async () => {
    const dataDir = await mkdtemp(path.join(tmpdir(), 'gafu-known-answers-'));
    const modelsDir = path.resolve('models');
    const extractor = await openExtractor({ modelsDir, network: 'lite', backend: 'auto' });
    try {
      const recipe = recipeNamed('lite');
      const samplesDir = path.resolve('samples');
      const check = await checkSamples({ recipe, extractor, modelsDir, dataDir, samplesDir });
      console.log(sampleCheckText(check));
      for (const { works, answered } of [check.answers.style, check.answers.content]) {
        expect(works).toBe(144);
        expect(answered).toBeGreaterThanOrEqual(knownAnswerShare);
      }
      const [bestLayer] = check.contentLayers;
      expect(bestLayer?.descriptor.layers).toEqual(recipe.embeddings.content.descriptor.layers);
    } finally {
      extractor.dispose();
      await rm(dataDir, { recursive: true, force: true });
    }
  },
  5 * 60_000,
);
