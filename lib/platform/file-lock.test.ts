import { existsSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { tryFileLock, withFileLock } from './file-lock';
import { isRunning, processIdentity } from './process-identity';
import { testWith } from '@/tests/support/prerequisites';

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gafu-lock-'));
  file = path.join(folder, 'lock');
});
afterEach(() => rm(folder, { recursive: true }));

test('one holds it at a time, and it is gone afterwards', async () => {
  let inside = 0;
  let most = 0;
  const work = () =>
    withFileLock(file, async () => {
      most = Math.max(most, (inside += 1));
      await new Promise(setImmediate);
      inside -= 1;
    });
  await Promise.all(Array.from({ length: 5 }, work));
  expect(most).toBe(1);
  expect(existsSync(file)).toBe(false);
});

test('a lock is given back when the work fails', async () => {
  await expect(withFileLock(file, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(tryFileLock(file)).toBe(true);
});

test('the lock of a dead process is broken, that of a living one is respected', async () => {
  writeFileSync(file, '999999999-gone');
  expect(await withFileLock(file, () => Promise.resolve('mine'))).toBe('mine');
  writeFileSync(file, processIdentity());
  await expect(withFileLock(file, () => Promise.resolve(), 100)).rejects.toThrow(
    new RegExp(`held by process ${process.pid}`),
  );
});

testWith(['linux'], 'a process that has the pid of a dead one is not taken for it', async () => {
  expect(isRunning(processIdentity())).toBe(true);
  expect(isRunning(`${process.pid}-0000.1`)).toBe(false);
});
