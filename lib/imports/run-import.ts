import { database } from '@/lib/catalog/database';
import {
  type ImportRun,
  type ListedWorks,
  takeImportRun,
  updateImportRun,
} from '@/lib/catalog/import-runs.repository';
import {
  countDraftsOf,
  countImported,
  type ImportOutcome,
  listImported,
  noteVanished,
} from '@/lib/catalog/imports.repository';
import { type Importing } from './bring-in';
import { goThrough, type ListEnd } from './go-through';
import { type ImportOptions } from './import-options';
import { type ImportSummary, ImportTally, type RefusedRecord } from './import-summary';
import { lockList } from './list-lock';
import { obeyCurators } from './obey-curators';
import { checkChoice, formatRequest } from './request';
import { SourceClient } from './source-client';

const listedMax = 1000;

/**
 * Brings the works of a source into the collection, or brings up to date those that came before. It may be ended at
 * any time, by `signal` or by a kill: calling again goes on with the page that was in hand, and what is stored is not
 * fetched again. What stops it at the source is in the summary, and calling again goes on from there too.
 *
 * @throws Problem if the choice cannot be understood, another process imports the same list, or the database is out of reach
 */
export async function runImport(options: ImportOptions): Promise<ImportSummary> {
  const { source, choice, dryRun = false } = options;
  checkChoice(source, choice);
  const db = await database();
  const list = { source: source.name, request: formatRequest(options) };
  if (dryRun) return goAndTell(options, dryRunOf(list), options.signal);
  const release = await lockList(db, list);
  try {
    const run = await takeImportRun(db, list, options);
    const { signal, end } = obeyCurators(db, run, options.signal);
    return await goAndTell(options, run, signal).finally(end);
  } finally {
    await release();
  }
}

async function goAndTell(
  options: ImportOptions,
  run: ImportRun,
  signal: AbortSignal | undefined,
): Promise<ImportSummary> {
  const { source, choice, web, dryRun = false } = options;
  const started = performance.now();
  const db = await database();
  const tally = new ImportTally(dryRun ? undefined : await countImported(db, run.id));
  const resumed = run.cursor !== null || tally.works > 0;
  const client = new SourceClient(web, source.title, signal);
  const importing: Importing = { db, run, source, client, openOnly: choice.openOnly, dryRun, tally };
  const going = { ...options, signal };
  const end = dryRun ? await goThrough(going, importing) : await recorded(going, importing);
  const isWhole = options.limit === undefined && options.only === undefined;
  if (!dryRun && end.isComplete && isWhole) await noteVanished(db, run);
  const counts = dryRun ? tally.all : await countImported(db, run.id);
  if (!dryRun) await updateImportRun(db, run.id, { counts });
  const stored = async (outcome: ImportOutcome) =>
    (await listImported(db, run.id, outcome, listedMax)).map(({ sourceId, reason, artworkId }) => ({
      id: sourceId,
      reason: reason ?? '',
      artworkId,
    }));
  const withReason = ({ id, reason }: RefusedRecord) => ({ id, reason });
  return {
    source: source.name,
    dryRun,
    resumed,
    finished: end.isDone,
    problem: end.problem,
    total: end.total,
    counts,
    drafts: dryRun ? 0 : await countDraftsOf(db, run.id),
    postponed: dryRun ? tally.postponed : (await stored('postponed')).map(withReason),
    rights: tally.rights,
    refused: dryRun ? tally.refused : (await stored('refused')).map(withReason),
    vanished: dryRun ? [] : (await stored('vanished')).map(({ id, artworkId }) => ({ id, artworkId })),
    seconds: (performance.now() - started) / 1000,
  };
}

/** Notes how it ended, whatever happened. What a curator has decided meanwhile stays. */
async function recorded(options: ImportOptions, importing: Importing): Promise<ListEnd> {
  const { db, run } = importing;
  const note = (data: Parameters<typeof updateImportRun>[2]) =>
    updateImportRun(db, run.id, data, ['running']);
  try {
    const end = await goThrough(options, importing);
    const how = end.isDone ? { state: 'finished', finishedAt: new Date() } : { state: 'stopped' };
    await note({ ...how, problem: end.problem });
    return end;
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    await note({ state: 'stopped', problem }).catch(() => undefined);
    throw error;
  }
}

/** A run that is in no table. */
function dryRunOf(list: ListedWorks): ImportRun {
  const now = new Date();
  return {
    ...list,
    id: 'dry-run',
    state: 'running',
    cursor: null,
    total: null,
    problem: null,
    holder: null,
    startedAt: now,
    updatedAt: now,
    finishedAt: null,
    worksMax: null,
    startedBy: null,
    counts: null,
  };
}
