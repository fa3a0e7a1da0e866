import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runProgram } from './support/program';

const { PAINTINGS_DIR: paintings, VGG19_WEIGHTS: weights } = process.env;
const comparing = paintings && weights ? test : test.skip;
if (!paintings || !weights)
  console.warn(
    'SKIPPED: no recipes were compared on paintings. Set PAINTINGS_DIR to a folder with images/ and manifest.csv, and VGG19_WEIGHTS to VGG19’s weights.',
  );

comparing(
  'on a part of the artists the recipes rank as the committed results say, the default first',
  async () => {
    const dataDir = await mkdtemp(path.join(tmpdir(), 'gafu-experiments-'));
    try {
      const program = runProgram(['--import', 'tsx', 'bench/experiments/run.ts', '--quick'], {
        GAFU_DATA_DIR: dataDir,
      });
      const code = await program.end();
      console.log(program.output());
      expect(program.output()).toMatch(/The default has × \d\.\d\d of the article's mAP@10/);
      expect(code).toBe(0);
    } finally {
      await rm(dataDir, { recursive: true });
    }
  },
  20 * 60_000,
);
