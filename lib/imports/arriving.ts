import { type Database } from '@/lib/catalog/database';
import { findLastImportRun } from '@/lib/catalog/import-runs.repository';
import { countImported } from '@/lib/catalog/imports.repository';
import { findRunsInHand } from './list-lock';
import { starter } from './sources/starter';

/** How much of the starter collection has come while it comes; null if it does not. */
export async function arrivingWorks(
  db: Database,
): Promise<{ readonly arrived: number; readonly total: number } | null> {
  const run = await findLastImportRun(db, { source: starter.name });
  if (run?.state !== 'running' || run.total === null) return null;
  if (!(await findRunsInHand(db, [run])).has(run.id)) return null;
  const { added, unchanged } = await countImported(db, run.id);
  return { arrived: added + unchanged, total: run.total };
}
