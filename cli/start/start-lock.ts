import { readFileSync } from 'node:fs';
import path from 'node:path';
import { releaseFileLock, tryFileLock } from '@/lib/platform/file-lock';
import { makeFolder } from '@/lib/platform/make-folder';
import { Problem } from '@/lib/platform/problem';
import { commandOf, isRunning } from '@/lib/platform/process-identity';

const fileName = 'start.lock';

/** The `gafu start` that runs on this data folder; null when there is none, or it was killed. */
export function runningSite(dataDir: string): { pid: number } | null {
  try {
    const holder = readFileSync(path.join(dataDir, fileName), 'utf8');
    return isRunning(holder) ? { pid: Number.parseInt(holder, 10) } : null;
  } catch {
    return null;
  }
}

/** Two sites on one data folder would not know of each other. @throws Problem `conflict` naming the other process */
export function takeDataFolder(dataDir: string): () => void {
  makeFolder(dataDir, 0o755);
  const file = path.join(dataDir, fileName);
  // The first try may only break the lock of a killed run.
  if (!tryFileLock(file) && !tryFileLock(file)) {
    const pid = runningSite(dataDir)?.pid;
    const who =
      pid === undefined
        ? 'another process'
        : `process ${pid} (${commandOf(pid) ?? 'its command cannot be read'})`;
    throw new Problem(
      'conflict',
      `The data folder ${dataDir} is in use: Gafu runs there as ${who}. End that, or set GAFU_DATA_DIR to another folder.`,
      { pid },
    );
  }
  return () => releaseFileLock(file);
}
