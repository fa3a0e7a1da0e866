import { type Artwork, type ArtworkDetails } from '@/lib/catalog/artwork';
import { createArtwork, findArtworkByImage } from '@/lib/catalog/artworks.repository';
import { database, inTransaction } from '@/lib/catalog/database';
import { saveImage } from '@/lib/catalog/images.repository';
import { imageStore } from '@/lib/images/image-store';
import { readPicture, type SafePicture } from '@/lib/images/safe-picture';
import { enqueueExtraction, ensureJobTables } from './jobs/job-queue';
import { findNearDuplicates } from './near-duplicates';

export interface AddedArtwork {
  /** The new work, or the one that has this very picture already. */
  readonly artwork: Artwork;
  /** Set when nothing was added: the work that has this very picture. */
  readonly duplicateOf?: Artwork;
  /** A warning: works whose picture looks the same, for instance a smaller copy. */
  readonly nearDuplicates: readonly Artwork[];
}

/** Stores a picture that was made safe as a work, together with the job that finds its features: all or nothing. */
export async function storeArtwork(picture: SafePicture, details: ArtworkDetails): Promise<AddedArtwork> {
  const { bytes, ...image } = picture;
  const db = await database();
  await ensureJobTables();
  const added = await inTransaction(db, async (transaction) => {
    // Locks the picture's row: nobody removes the file between its writing and the end of the transaction.
    await saveImage(transaction, image);
    const duplicateOf = await findArtworkByImage(transaction, image.key);
    if (duplicateOf !== null) return { artwork: duplicateOf, duplicateOf };
    await imageStore().put(image.key, bytes);
    const artwork = await createArtwork(transaction, { details, image });
    await enqueueExtraction(transaction, { artworkId: artwork.id });
    return { artwork };
  });
  return { ...added, nearDuplicates: await findNearDuplicates(db, image) };
}

/**
 * Adds a work: its picture is checked and made safe, it is stored as `pending`, and a worker makes it `ready`
 * within seconds. The very same picture is not added twice; the answer names the work that has it.
 *
 * @param bytes untrusted
 * @throws Problem as {@link readPicture}; then nothing is stored
 */
export async function addArtwork(bytes: Uint8Array, details: ArtworkDetails): Promise<AddedArtwork> {
  return storeArtwork(await readPicture(bytes), details);
}
