import { findDeletedBefore } from '@/lib/catalog/curated-works.repository';
import { database } from '@/lib/catalog/database';
import { restorableSince } from '@/lib/catalog/deletion-period';
import { Problem } from '@/lib/platform/problem';
import { removeArtwork } from '../remove-artwork';
import { type JobResult } from './job-queue';

const batchSize = 100;

/** Deletes for good, with their pictures, the works whose time in the bin is over. */
export async function emptyBin(now = new Date()): Promise<JobResult> {
  const db = await database();
  for (let removed = 0; ;) {
    const ids = await findDeletedBefore(db, restorableSince(now), batchSize);
    if (ids.length === 0)
      return removed > 0
        ? { status: 'success' }
        : { status: 'skipped', reason: 'no work has been in the bin long enough' };
    for (const id of ids) await removeUnlessGone(id);
    removed += ids.length;
  }
}

/** Another worker, or a curator, may have been faster. */
async function removeUnlessGone(id: string): Promise<void> {
  try {
    await removeArtwork(id);
  } catch (error) {
    if (!(error instanceof Problem) || error.kind !== 'not-found') throw error;
  }
}
