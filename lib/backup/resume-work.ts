import { database, type Database } from '@/lib/catalog/database';
import { enqueueAdding, enqueueCheck } from '@/lib/ingest/batch/batch-jobs';
import { enqueueExtraction, ensureJobTables } from '@/lib/ingest/jobs/job-queue';
import { currentActor } from '@/lib/platform/current-actor';
import { log } from '@/lib/platform/log';
import { settings } from '@/lib/platform/settings';
import { withIndexMaintenance } from '@/lib/search/elasticsearch/sync/maintenance';
import { reconcile } from '@/lib/search/elasticsearch/sync/reconcile';

/** What else there is to do before a restored site is like the one that was backed up. */
export interface ResumedWork {
  /** Works whose features were still to be found; a worker goes on with them. */
  readonly pending: number;
  /** Null without Elasticsearch. */
  readonly index: 'written' | 'unreachable' | null;
}

/** Adds the jobs that a backup leaves out, and writes the search index again. */
export async function resumeWork(): Promise<ResumedWork> {
  const db = await database();
  await ensureJobTables();
  const works = await db.artwork.findMany({ where: { state: 'pending' }, select: { id: true } });
  for (const { id } of works) await enqueueExtraction(db, { artworkId: id });
  await resumeBatches(db);
  return { pending: works.length, index: await writeIndex() };
}

/** Files of batches that were being checked or added. Of those that were to be checked, the check asks for them again. */
async function resumeBatches(db: Database): Promise<void> {
  const files = await db.batchFile.findMany({
    where: { state: { in: ['received', 'adding'] } },
    orderBy: [{ batchId: 'asc' }, { position: 'asc' }],
    select: { id: true, state: true },
  });
  const idsIn = (state: string) => files.filter((file) => file.state === state).map(({ id }) => id);
  for (const id of idsIn('received')) await enqueueCheck(db, id);
  const actor = currentActor();
  if (actor !== null) await enqueueAdding(db, idsIn('adding'), actor);
}

async function writeIndex(): Promise<ResumedWork['index']> {
  if (settings().elasticsearchUrl === null) return null;
  try {
    await withIndexMaintenance((maintenance) => reconcile(maintenance, { repair: true }));
    return 'written';
  } catch (error) {
    log.warn({ reason: error instanceof Error ? error.message : String(error) }, 'The index was not written');
    return 'unreachable';
  }
}
