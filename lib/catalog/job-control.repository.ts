import { allJobs } from './change';
import { recordChange } from './changes.repository';
import { type DatabaseClient, inTransaction } from './database';

/** Since when workers take no new works, on all machines; null if they do. */
export async function pausedSince(db: DatabaseClient): Promise<Date | null> {
  return (await db.jobPause.findFirst())?.pausedAt ?? null;
}

/** Workers finish what they have in hand and take no other work, until {@link resumeJobs}; also after a restart. */
export async function pauseJobs(db: DatabaseClient): Promise<void> {
  await inTransaction(db, async (transaction) => {
    const { count } = await transaction.jobPause.createMany({ data: [{}], skipDuplicates: true });
    if (count > 0) await recordChange(transaction, { action: 'pause', subject: allJobs });
  });
}

/** Workers take works again, within seconds. */
export async function resumeJobs(db: DatabaseClient): Promise<void> {
  await inTransaction(db, async (transaction) => {
    const { count } = await transaction.jobPause.deleteMany();
    if (count > 0) await recordChange(transaction, { action: 'resume', subject: allJobs });
  });
}

/** In how many tries of a work the process may have died. */
export async function countTries(db: DatabaseClient, artworkId: string): Promise<number> {
  return (await db.extractionTry.findUnique({ where: { artworkId } }))?.tries ?? 0;
}

/** Notes that a work is in hand; nothing happens if it was deleted. */
export async function beginTry(db: DatabaseClient, artworkId: string): Promise<void> {
  await db.$executeRaw`
    INSERT INTO extraction_tries (artwork_id, tries) SELECT id, 1 FROM artworks WHERE id = ${artworkId}
    ON CONFLICT (artwork_id) DO UPDATE SET tries = extraction_tries.tries + 1`;
}

/** The process has outlived the work: earlier tries are forgotten. */
export async function endTries(db: DatabaseClient, artworkIds: readonly string[]): Promise<void> {
  await db.extractionTry.deleteMany({ where: { artworkId: { in: [...artworkIds] } } });
}

/** Counts a job of this minute. */
export async function countFinishedJob(db: DatabaseClient, task: string, status: string): Promise<void> {
  await db.$executeRaw`
    INSERT INTO finished_jobs (minute, task, status, jobs) VALUES (date_trunc('minute', now()), ${task}, ${status}, 1)
    ON CONFLICT (minute, task, status) DO UPDATE SET jobs = finished_jobs.jobs + 1`;
}

/** Jobs of a task that ended well within the last minutes, of which the first may be cut: from then to now. */
export async function finishedLately(
  db: DatabaseClient,
  task: string,
  minutes: number,
): Promise<{ jobs: number; seconds: number }> {
  const [row] = await db.$queryRaw<{ jobs: number; seconds: number }[]>`
    SELECT coalesce(sum(jobs), 0)::integer AS jobs,
      coalesce(extract(epoch FROM now() - min(minute)), 0)::float8 AS seconds
    FROM finished_jobs
    WHERE task = ${task} AND status = 'success' AND minute > now() - make_interval(mins => ${minutes}::integer)`;
  return row ?? { jobs: 0, seconds: 0 };
}

/** Counts older than a day are of no use. */
export async function forgetFinishedJobs(db: DatabaseClient): Promise<void> {
  await db.$executeRaw`DELETE FROM finished_jobs WHERE minute < now() - interval '1 day'`;
}
