import { type Artwork, type ArtworkDetails } from '@/lib/catalog/artwork';
import { artworkSubject, recordedArtwork } from '@/lib/catalog/artwork-change';
import { updateArtwork } from '@/lib/catalog/artworks.repository';
import { recordChange } from '@/lib/catalog/changes.repository';
import { inTransaction, type DatabaseClient } from '@/lib/catalog/database';

/** Gives a work other details, and notes that in the audit log. @throws Problem `not-found` */
export async function changeDetails(
  artwork: Artwork,
  details: ArtworkDetails,
  db: DatabaseClient,
): Promise<void> {
  await inTransaction(db, async (transaction) => {
    const updated = await updateArtwork(transaction, artwork.id, details);
    // The picture is recorded where it is replaced.
    const before = recordedArtwork({ ...artwork, image: updated.image });
    const after = recordedArtwork(updated);
    await recordChange(transaction, { action: 'update', subject: artworkSubject(updated), before, after });
  });
}
