import { artworkSubject, recordedArtwork } from '@/lib/catalog/artwork-change';
import { deleteArtwork, findArtwork } from '@/lib/catalog/artworks.repository';
import { recordChange } from '@/lib/catalog/changes.repository';
import { database, type DatabaseClient, inTransaction } from '@/lib/catalog/database';
import { imageStore } from '@/lib/images/shared-image-store';

/** Deletes a work for good, its embeddings, and its picture unless something else needs that. @throws Problem `not-found` */
export async function removeArtwork(id: string): Promise<void> {
  await inTransaction(await database(), (transaction) => removeArtworkIn(transaction, id));
}

/** As {@link removeArtwork}, in a transaction of the caller. The picture is deleted at once, so commit soon. */
export async function removeArtworkIn(transaction: DatabaseClient, id: string): Promise<void> {
  const before = await findArtwork(transaction, id);
  const unusedKey = await deleteArtwork(transaction, id);
  if (before !== null)
    await recordChange(transaction, {
      action: 'delete-for-good',
      subject: artworkSubject(before),
      before: recordedArtwork(before),
    });
  if (unusedKey !== null) await imageStore().delete(unusedKey);
}
