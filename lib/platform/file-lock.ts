import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import { Problem } from './problem';
import { commandOf, isRunning, processIdentity } from './process-identity';

const retryMs = 40;

/** Runs `work` while holding the lock file; a lock whose process died is broken. @throws Problem `unavailable` after `waitMsMax`. */
export async function withFileLock<T>(file: string, work: () => Promise<T>, waitMsMax = 120_000): Promise<T> {
  const deadline = Date.now() + waitMsMax;
  while (!tryFileLock(file)) {
    if (Date.now() > deadline) {
      const pid = Number.parseInt(holderOf(file) ?? '', 10);
      throw new Problem(
        'unavailable',
        `${file} is held by process ${pid} (${commandOf(pid) ?? 'unknown command'}), which does not let go.`,
      );
    }
    await wait(retryMs);
  }
  try {
    return await work();
  } finally {
    releaseFileLock(file);
  }
}

/** Takes the lock if it is free or its holder is dead. Made by hard link, which one process alone can succeed in. */
export function tryFileLock(file: string): boolean {
  const mine = `${file}.${randomUUID()}`;
  writeFileSync(mine, processIdentity(), { mode: 0o600 });
  try {
    linkSync(mine, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    breakIfDead(file);
    return false;
  } finally {
    rmSync(mine, { force: true });
  }
}

export function releaseFileLock(file: string): void {
  rmSync(file, { force: true });
}

function holderOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function breakIfDead(file: string): void {
  const holder = holderOf(file);
  if (holder === null || isRunning(holder)) return;
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
    // Between reading and renaming another process may have broken the lock and taken it: then give it back.
    if (holderOf(aside) !== holder) linkSync(aside, file);
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}
