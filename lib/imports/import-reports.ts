import { type Database } from '@/lib/catalog/database';
import {
  findImportRun,
  type ImportRun,
  type ImportState,
  isOver,
  listImportRuns,
} from '@/lib/catalog/import-runs.repository';
import { countImportedBy, type ImportCounts, noneImported } from '@/lib/catalog/imports.repository';
import { areJobTablesThere } from '@/lib/ingest/jobs/job-counts';
import { findImportJobs } from './jobs/import-queue';
import { findRunsInHand } from './list-lock';
import { type ImportRequest, parseRequest } from './request';
import { sourceNamed } from './sources';

/**
 * What a run does now. `interrupted`: the process that worked on it is gone, and no worker is to take it up. `resting`:
 * the source did not answer, and is asked again later.
 */
export type ImportPhase = ImportState | 'interrupted' | 'resting';

/** A run as the pages show it. */
export interface ImportReport extends Pick<
  ImportRun,
  'id' | 'problem' | 'startedAt' | 'finishedAt' | 'startedBy' | 'worksMax'
> {
  /** The name of its source. */
  readonly source: string;
  /** "The Cleveland Museum of Art" */
  readonly title: string;
  readonly request: ImportRequest;
  readonly phase: ImportPhase;
  readonly counts: ImportCounts;
  /** Records dealt with. */
  readonly done: number;
  /** Of how many, as far as that is known. */
  readonly total: number | null;
  /** When a worker takes it up again; null: no worker does. */
  readonly nextTry: Date | null;
}

const activeStates = ['waiting', 'running', 'paused', 'stopped'] as const;
const overStates = ['cancelled', 'finished'] as const;

/** Runs with something left to do, and the last of those that are over; each newest first. */
export async function importReports(
  db: Database,
  limit: number,
): Promise<{ readonly active: readonly ImportReport[]; readonly over: readonly ImportReport[] }> {
  const [active, over] = await Promise.all([
    listImportRuns(db, { states: activeStates, limit }),
    listImportRuns(db, { states: overStates, limit }),
  ]);
  return { active: await reportsOf(db, active), over: await reportsOf(db, over) };
}

export async function importReport(db: Database, id: string): Promise<ImportReport | null> {
  const run = await findImportRun(db, id);
  if (run === null) return null;
  const [report] = await reportsOf(db, [run]);
  return report ?? null;
}

/** Whether something changes by itself: a page that shows it asks again. */
export function isMoving({ phase }: ImportReport): boolean {
  return phase === 'waiting' || phase === 'running' || phase === 'resting';
}

async function reportsOf(db: Database, runs: readonly ImportRun[]): Promise<ImportReport[]> {
  const ids = runs.map(({ id }) => id);
  const [live, inHand, jobs] = await Promise.all([
    countImportedBy(db, ids),
    findRunsInHand(db, runs),
    areJobTablesThere(db).then((are) => (are ? findImportJobs(db, ids) : new Map<string, Date>())),
  ]);
  return runs.map((run) => {
    const counts = (isOver(run) && (run.counts as ImportCounts | null)) || (live.get(run.id) ?? noneImported);
    const { added, updated, unchanged, refused, vanished } = counts;
    const nextTry = jobs.get(run.id) ?? null;
    return {
      ...run,
      title: sourceNamed(run.source).title,
      request: parseRequest(run.request),
      phase: phaseOf(run, inHand.has(run.id), nextTry),
      counts,
      done: added + updated + unchanged + refused + vanished,
      total: run.worksMax === null || run.total === null ? run.total : Math.min(run.worksMax, run.total),
      nextTry,
    };
  });
}

function phaseOf({ state }: ImportRun, isInHand: boolean, nextTry: Date | null): ImportPhase {
  if (state === 'running') return isInHand ? 'running' : nextTry === null ? 'interrupted' : 'waiting';
  if (state === 'waiting') return nextTry === null ? 'interrupted' : 'waiting';
  if (state === 'stopped' && nextTry !== null) return 'resting';
  return state;
}
