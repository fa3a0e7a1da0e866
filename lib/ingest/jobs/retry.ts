import { artworkSubject } from '@/lib/catalog/artwork-change';
import { allJobs } from '@/lib/catalog/change';
import { recordChange, recordChanges } from '@/lib/catalog/changes.repository';
import { type Database, database, inTransaction } from '@/lib/catalog/database';
import { endTries } from '@/lib/catalog/job-control.repository';
import { areJobTablesThere } from './job-counts';
import { enqueueExtraction, ensureJobTables } from './job-queue';

/** Works in one transaction. */
const batchSize = 200;

/**
 * Has the features of failed works looked for again, as if they had never been tried.
 * @param ids of works; those that did not fail are left alone
 * @returns how many are tried again
 */
export async function retryWorks(ids: readonly string[]): Promise<number> {
  await ensureJobTables();
  const db = await database();
  return await inTransaction(db, async (transaction) => {
    const works = await transaction.artwork.updateManyAndReturn({
      where: { id: { in: [...ids] }, state: 'failed' },
      data: { state: 'pending', failure: null },
      select: { id: true, title: true },
    });
    await endTries(
      transaction,
      works.map(({ id }) => id),
    );
    for (const { id } of works) await enqueueExtraction(transaction, { artworkId: id });
    await recordChanges(
      transaction,
      works.map((work) => ({ action: 'retry', subject: artworkSubject(work) })),
    );
    return works.length;
  });
}

/** Tries everything again that was given up: works, and other jobs. @returns how many */
export async function retryAll(): Promise<number> {
  const db = await database();
  let retried = await retryOtherJobs(db);
  for (;;) {
    const failed = await db.artwork.findMany({
      where: { state: 'failed', deletedAt: null },
      select: { id: true },
      take: batchSize,
    });
    if (failed.length === 0) return retried;
    retried += await retryWorks(failed.map(({ id }) => id));
  }
}

async function retryOtherJobs(db: Database): Promise<number> {
  if (!(await areJobTablesThere(db))) return 0;
  return await inTransaction(db, async (transaction) => {
    const rows = await transaction.$queryRaw<{ id: string }[]>`
      SELECT id::text FROM graphile_worker.reschedule_jobs(
        (SELECT coalesce(array_agg(id), '{}') FROM graphile_worker.jobs
          WHERE locked_at IS NULL AND attempts >= max_attempts AND task_identifier <> 'extract-features'),
        run_at => now(), attempts => 0)`;
    if (rows.length > 0) await recordChange(transaction, { action: 'retry', subject: allJobs });
    return rows.length;
  });
}
