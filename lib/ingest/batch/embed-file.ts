import { changeBatchFile, findBatchFile } from '@/lib/catalog/batches.repository';
import { database, inTransaction } from '@/lib/catalog/database';
import { savePictureEmbeddings } from '@/lib/catalog/picture-embeddings.repository';
import { type Vision } from '@/lib/vision/node/vision';
import { embedPicture } from '../embed-picture';
import { ensureSpaces } from '../feature-spaces';
import { type JobResult } from '../jobs/job-queue';
import { releasePictures } from './edit-batch';

/**
 * Embeds the picture of a checked file, so that the work can be found as soon as the file is published. May be run any
 * number of times, and be ended anywhere.
 *
 * @throws what may get well: the pool, the database, the image store out of reach
 */
export async function embedBatchFile(id: string, vision: Vision): Promise<JobResult> {
  const db = await database();
  await ensureSpaces(db, vision);
  const file = await findBatchFile(db, id);
  if (file?.state !== 'checked' || file.imageKey === null)
    return { status: 'skipped', reason: 'the file was published or removed already' };
  const result = await embedPicture(vision, file.imageKey);
  if (!('reason' in result)) {
    await savePictureEmbeddings(db, file.imageKey, result);
    return { status: 'success' };
  }
  const { reason } = result;
  await inTransaction(db, async (transaction) => {
    if (await changeBatchFile(transaction, file, { state: 'refused', reason, imageKey: null }))
      await releasePictures(transaction, [file]);
  });
  return { status: 'failed', reason };
}
