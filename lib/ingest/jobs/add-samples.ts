import { type DatabaseClient } from '@/lib/catalog/database';
import { addSampleCollection } from '../sample-collection';
import { ensureJobTables, type JobResult } from './job-queue';

/** Has a worker add the works of `samples/` that are not in the collection. */
export async function enqueueSamples(db: DatabaseClient): Promise<void> {
  await ensureJobTables();
  await db.$executeRaw`
    SELECT graphile_worker.add_job('add-samples', job_key => 'add-samples', max_attempts => 12)`;
}

export async function addSamples(): Promise<JobResult> {
  await addSampleCollection({ again: true });
  return { status: 'success' };
}
