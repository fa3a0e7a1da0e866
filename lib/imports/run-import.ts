import { database } from '@/lib/catalog/database';
import {
  countImported,
  type ImportRun,
  listImported,
  noteVanished,
  takeImportRun,
  updateImportRun,
} from '@/lib/catalog/imports.repository';
import { Problem } from '@/lib/platform/problem';
import { type Importing } from './bring-in';
import { goThrough, type ListEnd } from './go-through';
import { type ImportOptions } from './import-options';
import { type ImportSummary, ImportTally } from './import-summary';
import { choices, type ImportChoice, type Source } from './source';
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
  const { source, choice, web, dryRun = false, again, signal } = options;
  const started = performance.now();
  checkChoice(source, choice);
  const db = await database();
  const list = { source: source.name, request: requestOf(options) };
  const run = dryRun ? dryRunOf(list) : await takeImportRun(db, list, { again });
  const tally = new ImportTally(dryRun ? undefined : await countImported(db, run.id));
  const resumed = run.cursor !== null || tally.works > 0;
  const client = new SourceClient(web, source.title, signal);
  const importing: Importing = { db, run, source, client, openOnly: choice.openOnly, dryRun, tally };
  const end = dryRun ? await goThrough(options, importing) : await recorded(options, importing);
  const isWhole = options.limit === undefined && options.only === undefined;
  if (!dryRun && end.isComplete && isWhole) await noteVanished(db, run);
  const stored = async (outcome: 'refused' | 'vanished') =>
    dryRun ? [] : listImported(db, run.id, outcome, listedMax);
  return {
    source: source.name,
    dryRun,
    resumed,
    finished: end.isDone,
    problem: end.problem,
    total: end.total,
    counts: dryRun ? tally.all : await countImported(db, run.id),
    drafts: tally.drafts,
    postponed: tally.postponed,
    rights: tally.rights,
    refused: dryRun
      ? tally.refused
      : (await stored('refused')).map(({ sourceId, reason }) => ({ id: sourceId, reason: reason ?? '' })),
    vanished: (await stored('vanished')).map(({ sourceId, artworkId }) => ({ id: sourceId, artworkId })),
    seconds: (performance.now() - started) / 1000,
  };
}

/** Notes how it ended, whatever happened. */
async function recorded(options: ImportOptions, importing: Importing): Promise<ListEnd> {
  const { db, run } = importing;
  try {
    const end = await goThrough(options, importing);
    const finished = end.isDone ? { state: 'finished', finishedAt: new Date() } : { state: 'stopped' };
    await updateImportRun(db, run.id, { ...finished, problem: end.problem });
    return end;
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    await updateImportRun(db, run.id, { state: 'stopped', problem }).catch(() => undefined);
    throw error;
  }
}

function checkChoice(source: Source, choice: ImportChoice): void {
  const given = choices.filter((name) => choice[name] !== undefined);
  const strange = given.filter((name) => !source.choices.includes(name));
  if (strange.length > 0)
    throw new Problem(
      'invalid-request',
      `${source.title} cannot be narrowed down by ${strange.join(' or ')}. It understands: ${source.choices.join(', ') || 'nothing'}.`,
    );
  const { needs = [] } = source;
  if (needs.length > 0 && !needs.some((name) => given.includes(name)))
    throw new Problem('invalid-request', `${source.title} needs one of: ${needs.join(', ')}.`);
}

/** The same words for the same list, whatever their order. */
function requestOf({ choice, only }: ImportOptions): string {
  const named = choices.flatMap((name) => (choice[name] === undefined ? [] : [[name, choice[name]]]));
  const ticked = only === undefined ? [] : [['only', [...only].sort()]];
  return JSON.stringify(Object.fromEntries([...named, ['openOnly', choice.openOnly], ...ticked]));
}

/** A run that is in no table. */
function dryRunOf(list: { readonly source: string; readonly request: string }): ImportRun {
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
  };
}
