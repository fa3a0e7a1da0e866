import { type Artwork, type ArtworkDetails, type Publication } from '@/lib/catalog/artwork';
import { artworkSubject, recordedArtwork } from '@/lib/catalog/artwork-change';
import { createArtwork, findArtworkByImage } from '@/lib/catalog/artworks.repository';
import { recordChange } from '@/lib/catalog/changes.repository';
import { database, type DatabaseClient, inTransaction } from '@/lib/catalog/database';
import { type ExportedIdentity } from '@/lib/catalog/exported-identity';
import { saveImage } from '@/lib/catalog/images.repository';
import { imageStore } from '@/lib/images/shared-image-store';
import { readPicture, type SafePicture } from '@/lib/images/safe-picture';
import { embedOrEnqueue } from './embed-work';
import { ensureJobTables } from './jobs/job-queue';
import { findNearDuplicates } from './near-duplicates';

export interface StoredArtwork {
  /** The new work, or the one that has this very picture already. */
  readonly artwork: Artwork;
  /** Set when nothing was added: the work that has this very picture. */
  readonly duplicateOf?: Artwork;
}

export interface AddedArtwork extends StoredArtwork {
  /** A warning: works whose picture looks the same, for instance a smaller copy. */
  readonly nearDuplicates: readonly Artwork[];
}

export interface StoreOptions {
  /** How long workers leave the job alone, for a caller that finds the features itself. */
  readonly delaySeconds?: number;
  readonly publication?: Publication;
  /** Of a work that another Gafu has exported. */
  readonly identity?: ExportedIdentity;
  /** What is stored together with the work, or not at all. */
  readonly also?: (transaction: DatabaseClient, stored: StoredArtwork) => Promise<void>;
}

/** A picture that was made safe; without bytes if the image store has it already. */
export type StorablePicture = Omit<SafePicture, 'bytes'> & { readonly bytes: Buffer | null };

/**
 * Stores a picture that was made safe as a work, together with the job that finds its features: all or nothing.
 *
 * @throws whatever `options.also` throws; then nothing is stored
 */
export async function storeArtwork(
  picture: StorablePicture,
  details: ArtworkDetails,
  { delaySeconds = 0, publication = 'published', identity, also }: StoreOptions = {},
): Promise<StoredArtwork> {
  const { bytes, ...image } = picture;
  const db = await database();
  await ensureJobTables();
  return inTransaction(db, async (transaction) => {
    // Locks the picture's row: nobody removes the file between its writing and the end of the transaction.
    await saveImage(transaction, image);
    const duplicateOf = await findArtworkByImage(transaction, image.key);
    if (duplicateOf !== null) {
      await also?.(transaction, { artwork: duplicateOf, duplicateOf });
      return { artwork: duplicateOf, duplicateOf };
    }
    if (bytes !== null) await imageStore().put(image.key, bytes);
    const artwork = await createArtwork(transaction, { details, image, publication, identity });
    await recordChange(transaction, {
      action: 'create',
      subject: artworkSubject(artwork),
      after: recordedArtwork(artwork),
    });
    const isReady = await embedOrEnqueue(transaction, {
      artworkId: artwork.id,
      imageKey: artwork.crop === null ? image.key : null,
      delaySeconds,
    });
    const stored = { artwork: isReady ? { ...artwork, state: 'ready' as const } : artwork };
    await also?.(transaction, stored);
    return stored;
  });
}

/**
 * Adds a work: its picture is checked and made safe, it is stored as `pending`, and a worker makes it `ready`
 * within seconds. The very same picture is not added twice; the answer names the work that has it.
 *
 * @param bytes untrusted
 * @throws Problem as {@link readPicture}; then nothing is stored
 */
export async function addArtwork(bytes: Uint8Array, details: ArtworkDetails): Promise<AddedArtwork> {
  const picture = await readPicture(bytes);
  const stored = await storeArtwork(picture, details);
  return { ...stored, nearDuplicates: await findNearDuplicates(await database(), picture) };
}
