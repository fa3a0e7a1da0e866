import { deleteArtwork } from '@/lib/catalog/artworks.repository';
import { database, inTransaction } from '@/lib/catalog/database';
import { imageStore } from '@/lib/images/shared-image-store';

/** Deletes a work, its embeddings, and its picture unless something else needs that. @throws Problem `not-found` */
export async function removeArtwork(id: string): Promise<void> {
  await inTransaction(await database(), async (transaction) => {
    const unusedKey = await deleteArtwork(transaction, id);
    if (unusedKey !== null) await imageStore().delete(unusedKey);
  });
}
