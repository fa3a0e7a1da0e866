import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withFileLock } from '@/lib/platform/file-lock';
import { testRun, testServerFolder } from './test-server';

/** Long enough for the sample collection to be embedded by VGG19 without libtensorflow on a busy machine. */
const waitMsMax = 900_000;

/** Does something once for all test files of this run, whichever worker asks first; the others wait for it. */
export async function oncePerRun(name: string, work: () => Promise<void>): Promise<void> {
  const folder = path.join(testServerFolder(), 'runs', testRun());
  mkdirSync(folder, { recursive: true });
  const done = path.join(folder, name);
  if (existsSync(done)) return;
  await withFileLock(
    `${done}.lock`,
    async () => {
      if (existsSync(done)) return;
      await work();
      writeFileSync(done, '');
    },
    waitMsMax,
  );
}
