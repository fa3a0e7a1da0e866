import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { testWith } from './support/prerequisites';
import { runProgram } from './support/program';

testWith(
  ['paintings', 'vgg19'],
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
  10 * 60_000,
);
