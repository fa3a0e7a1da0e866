import { artworkSubject } from '@/lib/catalog/artwork-change';
import { findArtwork, replaceArtworkImage } from '@/lib/catalog/artworks.repository';
import { recordChange } from '@/lib/catalog/changes.repository';
import { database, inTransaction } from '@/lib/catalog/database';
import { type SafePicture } from '@/lib/images/safe-picture';
import { imageStore } from '@/lib/images/shared-image-store';
import { enqueueExtraction, ensureJobTables } from './jobs/job-queue';

/**
 * Gives a work another picture, together with the job that finds its features: all or nothing.
 *
 * @param delaySeconds how long workers leave the job alone, for a caller that finds the features itself
 * @throws Problem `not-found` if the work is gone
 */
export async function replacePicture(
  artworkId: string,
  picture: SafePicture,
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
    await imageStore().put(image.key, bytes);
    await enqueueExtraction(transaction, { artworkId, delaySeconds });
    if (unusedKey !== null) await imageStore().delete(unusedKey);
  });
}
