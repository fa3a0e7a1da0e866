import { runMigrations } from 'graphile-worker';
import { databaseUrl, type DatabaseClient } from '@/lib/catalog/database';
import { forgetSingleton, processSingleton } from '@/lib/platform/process-singleton';
import { graphileLogger } from './graphile-logger';

/** How a job ended. `failed` is for good: the same input would fail again. What may get well is thrown, and retried. */
export type JobResult =
  | { readonly status: 'success' }
  | { readonly status: 'skipped'; readonly reason: string }
  | { readonly status: 'failed'; readonly reason: string };

export interface ExtractFeaturesPayload {
  readonly artworkId: string;
}

/**
 * With graphile-worker's waits of e^attempt seconds: a service that is sick for some nine hours is outlasted.
 */
const attemptsMax = 12;

/** Brings graphile-worker's own tables up to date, once per process and database. Call it before adding jobs. */
export async function ensureJobTables(): Promise<void> {
  const connectionString = await databaseUrl();
  const singleton = `job-tables of ${connectionString}`;
  await processSingleton(singleton, async () => {
    try {
      await runMigrations({ connectionString, logger: graphileLogger });
    } catch (error) {
      forgetSingleton(singleton);
      throw error;
    }
  });
}

const keyStart = 'extract-features:';
const jobKey = (artworkId: string) => `${keyStart}${artworkId}`;

/** The work that an extraction is for, from the job's key; null for every other job. */
export function artworkOfJob(key: string | null): string | null {
  return key?.startsWith(keyStart) ? key.slice(keyStart.length) : null;
}

/** Jobs with it wait while works are paused. */
export const extractionFlag = 'extraction';

/**
 * Asks for a work's features, as part of the transaction that stores the work: both happen or neither. Asking
 * again for a work that still waits changes nothing.
 */
export async function enqueueExtraction(
  db: DatabaseClient,
  { artworkId, delaySeconds = 0 }: ExtractFeaturesPayload & { readonly delaySeconds?: number },
): Promise<void> {
  await db.$executeRaw`
    SELECT graphile_worker.add_job('extract-features', ${JSON.stringify({ artworkId })}::json,
      run_at => now() + make_interval(secs => ${delaySeconds}::integer),
      max_attempts => ${attemptsMax}::integer, job_key => ${jobKey(artworkId)}, flags => ${[extractionFlag]})`;
}

/** Gives the flag to jobs that were added before there was one. */
export async function flagExtractions(db: DatabaseClient): Promise<void> {
  await db.$executeRaw`
    UPDATE graphile_worker._private_jobs SET flags = jsonb_build_object(${extractionFlag}::text, true)
    WHERE flags IS NULL AND starts_with(key, ${keyStart})`;
}

/** Takes the question back: the work has its features. */
export async function dequeueExtraction(db: DatabaseClient, artworkId: string): Promise<void> {
  await db.$executeRaw`SELECT graphile_worker.remove_job(${jobKey(artworkId)})`;
}
