import { recordChange } from '@/lib/catalog/changes.repository';
import { type Database, database, inTransaction } from '@/lib/catalog/database';
import { createImportRun, findLastImportRun, type ImportRun } from '@/lib/catalog/import-runs.repository';
import { sampleSource } from '@/lib/catalog/sample-artworks.repository';
import { currentActor } from '@/lib/platform/current-actor';
import { controlImport, startImport } from './control-import';
import { formatRequest, nameOfRequest } from './request';
import { starter } from './sources/starter';

/** What is asked for when the starter collection is fetched. */
export const starterRequest = { choice: { openOnly: true } } as const;

/**
 * Has the workers fetch the starter collection for a site that has no works but the samples, or go on where they were.
 * A site with works of its own is left alone, and so is one whose curators have paused or declined it.
 *
 * @returns null when there is nothing to do
 */
export async function startStarterCollection(): Promise<ImportRun | null> {
  if (!(await isStarterWanted(await database()))) return null;
  return startImport({ source: starter, ...starterRequest });
}

/** The starter collection is not fetched, or no further; what has come stays. */
export async function declineStarterCollection(): Promise<void> {
  const db = await database();
  const last = await findLastImportRun(db, { source: starter.name });
  if (last !== null) return controlImport(last.id, 'cancel');
  await inTransaction(db, async (transaction) => {
    const run = await createImportRun(transaction, {
      source: starter.name,
      request: formatRequest(starterRequest),
      state: 'cancelled',
      startedBy: currentActor(),
    });
    const subject = { kind: 'import', id: run.id, name: nameOfRequest(starter, starterRequest) } as const;
    await recordChange(transaction, { action: 'cancel', subject });
  });
}

/** Whether the next start fetches it, or goes on. */
export async function isStarterWanted(db: Database): Promise<boolean> {
  const last = await findLastImportRun(db, { source: starter.name });
  if (last !== null) return ['waiting', 'running', 'stopped'].includes(last.state);
  return (
    (await db.artwork.count({
      where: { OR: [{ collection: null }, { collection: { not: sampleSource } }] },
    })) === 0
  );
}
