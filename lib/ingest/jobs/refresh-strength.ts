import { database } from '@/lib/catalog/database';
import { refreshStrengths } from '@/lib/search/strength/measure-strength';
import { type JobResult } from './job-queue';

/** Measures again how close the works of the collection are to each other, if it has changed enough. */
export async function refreshStrength(): Promise<JobResult> {
  const measured = await refreshStrengths(await database());
  return measured > 0
    ? { status: 'success' }
    : { status: 'skipped', reason: 'the collection is nearly the one that was measured' };
}
