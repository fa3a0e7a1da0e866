import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { mean } from '@/lib/evaluate/metrics/metrics';
import { knownAnswerShare } from '@/lib/evaluate/samples/known-answers';
import { qualityFilePath, qualitySchema, readQuality, type Quality } from '@/lib/quality/quality';
import { outlinedKind, photographKinds, reproductionKinds } from '@/lib/quality/reproduction-kinds';
import { quantileAt } from '@/lib/search/strength/distribution';
import {
  readShippedStrength,
  strengthFilePath,
  strengthFileSchema,
  type StrengthFile,
} from '@/lib/search/strength/strength-file';
import { weakLine } from '@/lib/search/strength/weak-line';
import { networkKinds } from '@/lib/vision/embedding';
import { runProgram } from './support/program';
import { installTestNetwork, testNetwork } from './support/test-network';

const { recipe } = testNetwork;
/** Each costs ten passes through the network. Fewer would not reach a painter whom the compact network has not seen. */
const reproductions = 5;

describe(`the recipe "${recipe}" calibrated on the sample collection`, () => {
  let strength: StrengthFile;
  let quality: Quality;

  beforeAll(async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'gafu-calibrate-'));
    try {
      await installTestNetwork();
      // The command in a process of its own: in Jest's sandbox the simulated reproductions take three times as long.
      const command = runProgram(
        [
          ...['cli/gafu.mjs', 'calibrate', '--images', 'samples/works', '--manifest', 'samples/manifest.csv'],
          ...['--fit-label', 'artist', '--recipe', recipe, '--against', recipe],
          ...['--reproductions', String(reproductions), '--out', folder],
        ],
        { GAFU_DATA_DIR: path.join(folder, 'data') },
      );
      const code = await command.end();
      if (code !== 0) throw new Error(`gafu calibrate ended with ${code}:\n${command.output()}`);
      const written = async (file: string) => JSON.parse(await readFile(file, 'utf8')) as unknown;
      strength = strengthFileSchema.parse(await written(strengthFilePath(folder, recipe)));
      quality = qualitySchema.parse(await written(qualityFilePath(folder, recipe)));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }, 15 * 60_000);

  test('has pairs of one label closer than random pairs, and a line between them', () => {
    for (const kind of networkKinds) {
      const { random, same } = strength.kinds[kind];
      expect(quantileAt(same, 50)).toBeGreaterThan(quantileAt(random, 50));
      const line = weakLine(random, same);
      expect(line.rule).toBe('likelihood');
      expect(line.cosine).toBeGreaterThan(quantileAt(random, 50));
      expect(line.cosine).toBeLessThan(quantileAt(same, 50));
    }
  });

  test('is right more often than a blind guess, with an interval, on painters never fitted on', () => {
    const { figures, movement_confusion: confusion } = quality;
    expect(figures.map(({ label }) => label)).toEqual(['artist', 'movement']);
    for (const { precision_at_1: nearest, chance } of figures) {
      expect(nearest.value).toBeGreaterThan(2 * chance);
      expect(nearest.low).toBeLessThanOrEqual(nearest.value);
      expect(nearest.high).toBeGreaterThanOrEqual(nearest.value);
    }
    expect(confusion?.shares.length).toBeGreaterThan(1);
    for (const row of confusion?.shares ?? [])
      expect(row.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 3);
  });

  test('says what each kind of reproduction of the pictures that were asked finds', () => {
    const { reproductions: figures } = quality;
    const outlined = photographKinds.map(outlinedKind);
    expect(figures.map(({ kind }) => kind)).toEqual([...reproductionKinds, ...outlined]);
    const asked = testNetwork.name === 'lite' ? 1 : reproductions;
    for (const { queries, clean_precision_at_10: clean } of figures) {
      expect(queries).toBe(asked);
      expect(clean).toBeGreaterThan(0.3);
    }
    expect(mean(figures.map(({ precision_at_10: own }) => own))).toBeGreaterThan(0.2);
    const ownFirst = (kinds: readonly string[]) =>
      mean(figures.filter(({ kind }) => kinds.includes(kind)).map(({ own_first: first }) => first));
    expect(ownFirst(outlined)).toBeGreaterThanOrEqual(ownFirst(photographKinds));
  });

  test('finds the painter and the subject of at least nine works of ten', () => {
    const { style, content } = quality.samples;
    expect(style.answered).toBeGreaterThanOrEqual(knownAnswerShare);
    expect(content.answered).toBeGreaterThanOrEqual(knownAnswerShare);
  });

  test('is of the spaces that were calibrated for shipping; else run gafu calibrate', async () => {
    const { spaces } = quality;
    expect((await readQuality('models', recipe))?.spaces).toEqual(spaces);
    for (const kind of networkKinds)
      expect(await readShippedStrength('models', recipe, kind, spaces[kind])).not.toBeNull();
  });
});
