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
      select: { id: true },
    });
    await endTries(
      transaction,
      works.map(({ id }) => id),
    );
    for (const { id } of works) await enqueueExtraction(transaction, { artworkId: id });
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
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM graphile_worker.reschedule_jobs(
      (SELECT coalesce(array_agg(id), '{}') FROM graphile_worker.jobs
        WHERE locked_at IS NULL AND attempts >= max_attempts AND task_identifier <> 'extract-features'),
      run_at => now(), attempts => 0)`;
  return rows.length;
}
