import { artworkSubject } from '@/lib/catalog/artwork-change';
import { findArtwork, replaceArtworkImage } from '@/lib/catalog/artworks.repository';
import { recordChange } from '@/lib/catalog/changes.repository';
import { database, inTransaction } from '@/lib/catalog/database';
import { imageStore } from '@/lib/images/shared-image-store';
import { type StorablePicture } from './add-artwork';
import { embedOrEnqueue } from './embed-work';
import { ensureJobTables } from './jobs/job-queue';

/**
 * Gives a work another picture, together with the job that finds its features: all or nothing.
 *
 * @param delaySeconds how long workers leave the job alone, for a caller that finds the features itself
 * @throws Problem `not-found` if the work is gone
 */
export async function replacePicture(
  artworkId: string,
  picture: StorablePicture,
  { delaySeconds = 0 } = {},
): Promise<void> {
  const { bytes, ...image } = picture;
  await ensureJobTables();
  await inTransaction(await database(), async (transaction) => {
    const before = await findArtwork(transaction, artworkId);
    const unusedKey = await replaceArtworkImage(transaction, artworkId, image);
    if (before !== null)
      await recordChange(transaction, {
        action: 'replace-picture',
        subject: artworkSubject(before),
        before: { picture: before.image.key },
        after: { picture: image.key },
      });
    if (bytes !== null) await imageStore().put(image.key, bytes);
    // Replacing removes the crop.
    await embedOrEnqueue(transaction, { artworkId, imageKey: image.key, delaySeconds });
    if (unusedKey !== null) await imageStore().delete(unusedKey);
  });
}
