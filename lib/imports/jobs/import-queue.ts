import { type DatabaseClient } from '@/lib/catalog/database';

/** What workers call it. */
export const importTask = 'import-works';

export interface ImportJob {
  readonly runId: string;
  /** How often in a row the source could not be reached, without a single work in between. */
  readonly failures: number;
}

const keyOf = (runId: string) => `import:${runId}`;
/** Of what is not the source's fault: the database, the disk. */
const attemptsMax = 12;

/**
 * Has a worker go on with a run, as part of the transaction that says so. Imports wait for each other, so that they
 * leave the other jobs their turn. A job of the run that waits already is replaced.
 */
export async function enqueueImport(
  db: DatabaseClient,
  { runId, failures }: ImportJob,
  delaySeconds = 0,
): Promise<void> {
  await db.$executeRaw`
    SELECT graphile_worker.add_job(${importTask}, ${JSON.stringify({ runId, failures })}::json, queue_name => 'imports',
      run_at => now() + make_interval(secs => ${delaySeconds}::integer),
      max_attempts => ${attemptsMax}::integer, job_key => ${keyOf(runId)})`;
}

/** No worker takes the run from now on; whoever has it in hand ends by itself. */
export async function dequeueImport(db: DatabaseClient, runId: string): Promise<void> {
  await db.$executeRaw`SELECT graphile_worker.remove_job(${keyOf(runId)})`;
}

/** When workers take these runs, or took them, by the ids of the runs. */
export async function findImportJobs(
  db: DatabaseClient,
  runIds: readonly string[],
): Promise<ReadonlyMap<string, Date>> {
  const rows = await db.$queryRaw<{ runId: string; runAt: Date }[]>`
    SELECT substr(key, 8) AS "runId", run_at AS "runAt" FROM graphile_worker.jobs
    WHERE key = ANY(${runIds.map(keyOf)}::text[]) AND attempts < max_attempts`;
  return new Map(rows.map(({ runId, runAt }) => [runId, runAt]));
}
