import { database, inTransaction } from '@/lib/catalog/database';
import { findUnusedImages, forgetUnusedImages } from '@/lib/catalog/images.repository';
import { imageStore } from '@/lib/images/shared-image-store';
import { type JobResult } from './job-queue';

const batchSize = 100;

/** Deletes the pictures that fell out of use while a backup was holding them. */
export async function deleteUnusedPictures(): Promise<JobResult> {
  const db = await database();
  const store = imageStore();
  for (let deleted = 0; ;) {
    const unused = await findUnusedImages(db, batchSize);
    const gone = await inTransaction(db, async (transaction) => {
      const keys = await forgetUnusedImages(transaction, unused);
      for (const key of keys) await store.delete(key);
      return keys.length;
    });
    deleted += gone;
    if (gone === 0)
      return deleted > 0 ? { status: 'success' } : { status: 'skipped', reason: 'every picture is in use' };
  }
}
