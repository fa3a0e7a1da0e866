import { database, inTransaction } from '@/lib/catalog/database';
import { deleteExpiredQueries } from '@/lib/catalog/queries.repository';
import { imageStore } from '@/lib/images/shared-image-store';
import { type JobResult } from './job-queue';

/**
 * Deletes uploaded queries past their expiry, and their pictures where no work and no other query has them. The
 * pictures go inside the transaction, which holds their rows: whoever uploads one of them at this moment waits,
 * and stores it again.
 */
export async function removeExpiredQueries(now = new Date()): Promise<JobResult> {
  const store = imageStore();
  return inTransaction(await database(), async (transaction) => {
    const keys = await deleteExpiredQueries(transaction, now);
    for (const key of keys) await store.delete(key);
    return { status: 'success' };
  });
}
