import { database, inTransaction } from '@/lib/catalog/database';
import { saveImage } from '@/lib/catalog/images.repository';
import { createUploadedQuery } from '@/lib/catalog/queries.repository';
import { type UploadedQuery } from '@/lib/catalog/uploaded-query';
import { openPicture } from '@/lib/images/decoding';
import { imageStore } from '@/lib/images/shared-image-store';
import { networkInput } from '@/lib/images/network-input';
import { safePicture, smallCopy } from '@/lib/images/safe-picture';
import { settings } from '@/lib/platform/settings';
import { ensureSpaces, spacedVectors } from './feature-spaces';
import { keepQueriesWithinQuota, senderPseudonym } from './query-quota';
import { uploadLimit } from './upload-limits';
import { liveVision } from '@/lib/search/live-vision';

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Takes a visitor's picture as a query: looked at right away by this process's own pool, kept for QUERY_DAYS days
 * under an id that cannot be guessed.
 *
 * @param bytes untrusted
 * @throws Problem as {@link openPicture} and {@link safePicture}, `too-many-requests` past the sender's share, or as `liveVision` where the network is out of reach
 */
export async function receiveQuery(bytes: Uint8Array): Promise<UploadedQuery> {
  // A picture by its header counts, whether its pixels can be decoded or not: trying costs as much.
  const opened = await openPicture(bytes);
  await uploadLimit.count();
  const picture = await safePicture(opened);
  const [vision, db] = await Promise.all([liveVision(), database()]);
  await ensureSpaces(db, vision);
  // The pixels that would be stored of a work are embedded, so the same picture gets the same vectors on both ways.
  const { embeddings } = await vision.embed(await networkInput(picture.bytes, vision.view));
  const { bytes: stored, ...image } = await smallCopy(picture);
  const client = await senderPseudonym();
  const query = await inTransaction(db, async (transaction) => {
    // Locks the picture's row: nobody removes the file between its writing and the end of the transaction.
    await saveImage(transaction, image);
    await imageStore().put(image.key, stored);
    return createUploadedQuery(transaction, {
      image,
      client,
      embeddings: spacedVectors(vision, embeddings),
      expiresAt: new Date(Date.now() + settings().queryDays * dayMs),
    });
  });
  await keepQueriesWithinQuota(client);
  return query;
}
