import { z } from 'zod';
import { database } from '@/lib/catalog/database';
import { findImportRun, type ImportRun, isOver, updateImportRun } from '@/lib/catalog/import-runs.repository';
import { countImported, type ImportCounts } from '@/lib/catalog/imports.repository';
import { type JobResult } from '@/lib/ingest/jobs/job-queue';
import { actFor } from '@/lib/platform/current-actor';
import { Problem } from '@/lib/platform/problem';
import { type ImportSummary } from '../import-summary';
import { parseRequest } from '../request';
import { runImport } from '../run-import';
import { clientFor, sourceNamed } from '../sources';
import { enqueueImport } from './import-queue';

const importJob = z.object({ runId: z.string(), failures: z.number() });

/** How long a museum is left alone that did not answer, from one failure to the next; then a curator decides. */
const restMinutes = [5, 30, 120, 360];
const works = (counts: ImportCounts) => counts.added + counts.updated + counts.unchanged;

/**
 * The job of workers that goes on with an import that curators began. It may be ended anywhere, by a kill too: the run
 * keeps its place, and the next try goes on from there.
 *
 * @throws what is not the source's fault; then it is tried again
 */
export async function importWorks(payload: unknown, signal: AbortSignal): Promise<JobResult> {
  const { runId, failures } = importJob.parse(payload);
  const db = await database();
  const run = await findImportRun(db, runId);
  if (run === null || isOver(run) || run.state === 'paused')
    return { status: 'skipped', reason: `the import is ${run?.state ?? 'gone'}` };
  const before = works(await countImported(db, runId));
  const summary = await goOn(run, signal);
  if ('status' in summary) return summary;
  if (summary.finished) return { status: 'success' };
  const { problem, counts } = summary;
  if (problem === null) {
    if (signal.aborted) await enqueueImport(db, { runId, failures });
    return { status: 'skipped', reason: signal.aborted ? 'the worker ends' : 'a curator has stopped it' };
  }
  const failed = works(counts) > before ? 0 : failures;
  const minutes = restMinutes[failed];
  if (minutes === undefined) return { status: 'failed', reason: problem };
  await enqueueImport(db, { runId, failures: failed + 1 }, minutes * 60);
  return { status: 'skipped', reason: `${problem} Tried again in ${minutes} minutes` };
}

async function goOn(
  { id, source: name, request, worksMax, startedBy }: ImportRun,
  signal: AbortSignal,
): Promise<ImportSummary | JobResult> {
  const source = sourceNamed(name);
  const web = clientFor(source);
  const limit = worksMax ?? undefined;
  const go = () => runImport({ ...parseRequest(request), source, web, limit, signal });
  try {
    return await (startedBy === null ? go() : actFor(startedBy, go));
  } catch (error) {
    if (!(error instanceof Problem) || error.kind === 'unavailable') throw error;
    // Another process that has the list in hand knows better.
    const stopped = { state: 'stopped', problem: error.message };
    if (error.kind !== 'conflict')
      await updateImportRun(await database(), id, stopped, ['waiting', 'running']);
    return { status: 'failed', reason: error.message };
  } finally {
    await web.close();
  }
}
