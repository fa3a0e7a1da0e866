import { findArtworkByImage, pictureTaken } from '@/lib/catalog/artworks.repository';
import {
  type BatchFile,
  changeBatchFile,
  findBatchFile,
  jsonColumn,
  lockBatch,
} from '@/lib/catalog/batches.repository';
import { database, inTransaction } from '@/lib/catalog/database';
import { saveImage } from '@/lib/catalog/images.repository';
import { readPicture } from '@/lib/images/safe-picture';
import { imageStore } from '@/lib/images/shared-image-store';
import { type JobResult } from '../jobs/job-queue';
import { type Tries } from '../jobs/set-aside';
import { isPictureProblem } from '../stored-pixels';
import { enqueueEmbedding } from './batch-jobs';
import { readEmbeddedDetails } from './embedded-details';
import { similarFiles, similarWorks } from './lookalikes';
import { assemble, deleteParts } from './parts';

const partsMissing =
  'Some of it was missing when it was to be checked, so it has to be sent again. If this happens more than once, web servers and workers do not share what they store: give all of them the same S3_BUCKET, or the same folder as GAFU_DATA_DIR/images.';

/**
 * Checks a file that has arrived: whether it is a picture that can be used, what is written in it, and which works and
 * files look the same. May be run any number of times, and be ended anywhere.
 *
 * @throws what may get well: the database, the image store out of reach
 */
export async function checkBatchFile(id: string): Promise<JobResult> {
  const db = await database();
  const file = await findBatchFile(db, id);
  if (file?.state !== 'received') {
    if (file?.state === 'checked') await deleteParts(file);
    return { status: 'skipped', reason: 'the file was checked or removed already' };
  }
  const bytes = await assemble(file);
  if (bytes === null) {
    await changeBatchFile(db, file, { state: 'waiting', partSizes: [], reason: partsMissing });
    return { status: 'skipped', reason: 'some of it is missing, so it is to be sent again' };
  }
  const picture = await readPicture(bytes).catch(pictureReason);
  if ('reason' in picture) return await refuse(file, picture.reason);
  const same = await findArtworkByImage(db, picture.key);
  if (same !== null && same.deletedAt !== null) return await refuse(file, pictureTaken(same).message);
  const { bytes: stored, ...image } = picture;
  await inTransaction(db, async (transaction) => {
    await lockBatch(transaction, file.batchId);
    await saveImage(transaction, image);
    await imageStore().put(image.key, stored);
    await changeBatchFile(transaction, file, {
      state: 'checked',
      reason: null,
      imageKey: image.key,
      embedded: jsonColumn(readEmbeddedDetails(bytes)),
      lookalikes: [
        ...(await similarWorks(transaction, image, same)),
        ...(await similarFiles(transaction, file, image)),
      ],
      decision: null,
      replacesId: null,
    });
    await enqueueEmbedding(transaction, id);
  });
  await deleteParts(file);
  return { status: 'success' };
}

/** @throws every error that the picture is not to blame for */
function pictureReason(error: unknown): { reason: string } {
  if (isPictureProblem(error)) return { reason: error.message };
  throw error;
}

async function refuse(file: BatchFile, reason: string): Promise<JobResult> {
  await changeBatchFile(await database(), file, { state: 'refused', reason });
  await deleteParts(file);
  return { status: 'failed', reason };
}

/** The tries to check a file that was received, or to embed one that was checked. */
export function fileTries(id: string, state: 'received' | 'checked'): Tries {
  const change = async (data: Parameters<typeof changeBatchFile>[2]) =>
    void (await changeBatchFile(await database(), { id, state }, data));
  return {
    count: async () => (await findBatchFile(await database(), id))?.tries ?? 0,
    begin: () => change({ tries: { increment: 1 } }),
    end: async () =>
      void (await (
        await database()
      ).batchFile.updateMany({ where: { id, tries: { gt: 0 } }, data: { tries: 0 } })),
    setAside: (reason) => change({ state: 'refused', reason, imageKey: null }),
  };
}
