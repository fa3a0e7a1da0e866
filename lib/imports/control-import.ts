import { recordChange } from '@/lib/catalog/changes.repository';
import { type ChangeAction } from '@/lib/catalog/change';
import { database, type DatabaseClient, inTransaction } from '@/lib/catalog/database';
import {
  createImportRun,
  findImportRun,
  findLastImportRun,
  type ImportRun,
  type ImportState,
  isOver,
  updateImportRun,
} from '@/lib/catalog/import-runs.repository';
import { ensureJobTables } from '@/lib/ingest/jobs/job-queue';
import { currentActor } from '@/lib/platform/current-actor';
import { Problem } from '@/lib/platform/problem';
import { dequeueImport, enqueueImport } from './jobs/import-queue';
import { checkChoice, formatRequest, type ImportRequest, nameOfRequest, parseRequest } from './request';
import { type Source } from './source';
import { checkContact, sourceNamed } from './sources';

export interface ImportStart extends ImportRequest {
  readonly source: Source;
  /** The page of the list to begin with; null: the first. */
  readonly cursor?: string | null;
  /** Works at most; null: all. */
  readonly worksMax?: number | null;
}

/**
 * Has the workers bring in works. A run of the same list that is not over goes on.
 *
 * @throws Problem `invalid-request` if the source does not understand the choice
 */
export async function startImport(start: ImportStart): Promise<ImportRun> {
  const { source, choice, cursor, worksMax = null } = start;
  checkChoice(source, choice);
  checkContact(source);
  await ensureJobTables();
  const list = { source: source.name, request: formatRequest(start) };
  return inTransaction(await database(), async (transaction) => {
    await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('start of an import'))`;
    const last = await findLastImportRun(transaction, list);
    if (last !== null && (last.state === 'waiting' || last.state === 'running')) return last;
    const isGoingOn = last !== null && !isOver(last);
    const begun = { ...list, state: 'waiting', cursor, worksMax, startedBy: currentActor() } as const;
    const run = isGoingOn ? last : await createImportRun(transaction, begun);
    if (isGoingOn) await updateImportRun(transaction, run.id, { state: 'waiting', problem: null, worksMax });
    await enqueueImport(transaction, { runId: run.id, failures: 0 });
    await record(transaction, isGoingOn ? 'resume' : 'import', run);
    return run;
  });
}

/** What curators do with a run: from which states, and what it is then. */
const controls = {
  pause: { from: ['waiting', 'running', 'stopped'], to: 'paused' },
  resume: { from: ['waiting', 'running', 'paused', 'stopped'], to: 'waiting' },
  cancel: { from: ['waiting', 'running', 'paused', 'stopped'], to: 'cancelled' },
} as const satisfies Partial<Record<ChangeAction, { from: readonly ImportState[]; to: ImportState }>>;

export const importControls = Object.keys(controls) as (keyof typeof controls)[];

/**
 * Pauses a run, lets it go on, or cancels it. What it has brought stays.
 *
 * @throws Problem `not-found`; `conflict` if it is over
 */
export async function controlImport(id: string, control: keyof typeof controls): Promise<void> {
  const { from, to } = controls[control];
  await ensureJobTables();
  await inTransaction(await database(), async (transaction) => {
    const run = await findImportRun(transaction, id);
    if (run === null) throw new Problem('not-found', `There is no import with the id "${id}".`);
    const isOverNow = to === 'cancelled' ? { finishedAt: new Date() } : {};
    if (!(await updateImportRun(transaction, id, { state: to, ...isOverNow }, from)))
      throw new Problem('conflict', `The import is ${run.state} already.`);
    if (to === 'waiting') await enqueueImport(transaction, { runId: id, failures: 0 });
    else await dequeueImport(transaction, id);
    await record(transaction, control, run);
  });
}

async function record(
  transaction: DatabaseClient,
  action: 'import' | keyof typeof controls,
  run: ImportRun,
): Promise<void> {
  const request = parseRequest(run.request);
  const name = nameOfRequest(sourceNamed(run.source), request);
  const subject = { kind: 'import', id: run.id, name } as const;
  const after = action === 'import' ? { ...request.choice, worksMax: run.worksMax } : null;
  await recordChange(transaction, { action, subject, after });
}
