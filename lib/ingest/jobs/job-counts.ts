import { type Database } from '@/lib/catalog/database';

export interface JobCounts {
  readonly waiting: number;
  readonly running: number;
  /** Given up after their last attempt. */
  readonly failed: number;
}

/** The jobs of all workers on the database; null before graphile-worker's tables exist. */
export async function countJobs(db: Database): Promise<JobCounts | null> {
  if (!(await areJobTablesThere(db))) return null;
  const [jobs] = await db.$queryRaw<JobCounts[]>`
    SELECT count(*) FILTER (WHERE locked_at IS NULL AND attempts < max_attempts)::integer AS waiting,
           count(*) FILTER (WHERE locked_at IS NOT NULL)::integer AS running,
           count(*) FILTER (WHERE locked_at IS NULL AND attempts >= max_attempts)::integer AS failed
    FROM graphile_worker.jobs`;
  return jobs ?? null;
}

/** Whether graphile-worker has made its tables; the first worker or upload does. */
export async function areJobTablesThere(db: Database): Promise<boolean> {
  const [tables] = await db.$queryRaw<
    { exist: boolean }[]
  >`SELECT to_regclass('graphile_worker.jobs') IS NOT NULL AS exist`;
  return tables?.exist === true;
}
