import { setTimeout as wait } from 'node:timers/promises';
import { closeDatabase, database } from '@/lib/catalog/database';
import { findImportRun, type ImportRun } from '@/lib/catalog/import-runs.repository';
import { countImported, type ImportCounts } from '@/lib/catalog/imports.repository';
import { startStarterCollection } from '@/lib/imports/starter-collection';
import { actAsCommand } from '@/lib/platform/current-actor';
import { counted } from '@/lib/platform/counted';
import { progress, reportError } from '../output';
import { signalled } from '../signals';
import { say } from './say';

const everyMs = 1000;

/** Run by `gafu start` as a separate process: has the worker fetch the collection, and shows how far it is. */
async function run(): Promise<void> {
  actAsCommand('gafu start');
  try {
    const begun = await startStarterCollection();
    if (begun !== null) await follow(begun, signalled());
  } catch (error) {
    process.exitCode = reportError(error);
  } finally {
    await closeDatabase();
    process.disconnect?.();
  }
}

/** Until the worker is done with it, or a curator decides otherwise. */
async function follow(begun: ImportRun, signal: AbortSignal): Promise<void> {
  const db = await database();
  const bar = progress('Starter collection', 0, 'works');
  let run: ImportRun | null = begun;
  let counts = await countImported(db, begun.id);
  while (!signal.aborted && (run?.state === 'waiting' || run?.state === 'running')) {
    await wait(everyMs, undefined, { signal }).catch(() => undefined);
    [run, counts] = [await findImportRun(db, begun.id), await countImported(db, begun.id)];
    const done = counts.added + counts.unchanged + counts.refused;
    if (run?.total) bar.show(done, run.total);
  }
  bar.end();
  if (run !== null && !signal.aborted) say(outcome(run, counts));
}

function outcome({ state, problem }: ImportRun, { added, refused, postponed }: ImportCounts): string {
  const missing = refused + postponed;
  const declining = 'GAFU_STARTER=false declines it.';
  if (state === 'finished')
    return `The starter collection is there: ${counted(added, 'painting')} from museums${missing === 0 ? '' : `; ${missing} could not be had, which /admin/imports lists`}.`;
  if (state === 'stopped')
    return `The starter collection of real paintings is not complete yet: ${problem ?? 'it was ended.'} The worker tries again later; ${declining}`;
  return `The starter collection is ${state}: see /admin/imports.`;
}

void run();
