import { database, inTransaction } from '@/lib/catalog/database';
import { saveImage } from '@/lib/catalog/images.repository';
import { createUploadedQuery } from '@/lib/catalog/queries.repository';
import { type UploadedQuery } from '@/lib/catalog/uploaded-query';
import { openPicture } from '@/lib/images/decoding';
import { imageStore } from '@/lib/images/shared-image-store';
import {
  type QueryPicture,
  readPainting,
  readUpload,
  type UploadedPicture,
} from '@/lib/images/query-picture';
import { straightened } from '@/lib/images/straighten';
import { Problem } from '@/lib/platform/problem';
import { settings } from '@/lib/platform/settings';
import { type Vision } from '@/lib/vision/node/vision';
import { embedQuery } from './embed-query';
import { ensureSpaces, spacedVectors } from './feature-spaces';
import { keepQueriesWithinQuota, senderPseudonym } from './query-quota';
import { uploadLimit } from './upload-limits';
import { liveVision } from '@/lib/search/live-vision';

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Takes a visitor's picture as a query: embedded right away by this process's own pool, kept for QUERY_DAYS days
 * under an id that cannot be guessed. Of a photograph that shows a painting on a wall, the painting alone is kept as
 * a query of its own, straightened.
 *
 * @param bytes untrusted
 * @returns the painting where one was found in a photograph, else the picture itself
 * @throws Problem as {@link openPicture} and {@link readUpload}, `too-many-requests` past the sender's share, or as `liveVision` where the network is out of reach
 */
export async function receiveQuery(bytes: Uint8Array): Promise<UploadedQuery> {
  // A picture by its header counts, whether its pixels can be decoded or not: trying costs as much.
  const opened = await openPicture(bytes);
  await uploadLimit.count();
  const [vision, db] = await Promise.all([liveVision(), database()]);
  const picture = await readUpload(opened, vision.view);
  await ensureSpaces(db, vision);
  const painting = await paintingIn(picture, vision);
  const client = await senderPseudonym();
  const whole = await keep(picture, vision, client);
  const query = painting === null ? whole : await keep(painting, vision, client, whole.id);
  await keepQueriesWithinQuota(client);
  return query;
}

/** The painting that a photograph shows, straightened; null where there is nothing else, or too little of it. */
async function paintingIn({ bytes, outline }: UploadedPicture, vision: Vision): Promise<QueryPicture | null> {
  const found = await vision.findOutline(outline);
  if (found === null) return null;
  try {
    return await readPainting(await straightened(bytes, found.corners), vision.view);
  } catch (error) {
    if (error instanceof Problem && error.kind === 'unsupported-picture') return null;
    throw error;
  }
}

async function keep(
  { shown, copy }: QueryPicture,
  vision: Vision,
  client: string,
  photographId?: string,
): Promise<UploadedQuery> {
  const embeddings = await embedQuery(shown, vision);
  const { bytes: stored, ...image } = copy;
  return inTransaction(await database(), async (transaction) => {
    // Locks the picture's row: nobody removes the file between its writing and the end of the transaction.
    await saveImage(transaction, image);
    await imageStore().put(image.key, stored);
    return createUploadedQuery(transaction, {
      image,
      client,
      embeddings: spacedVectors(vision, embeddings),
      expiresAt: new Date(Date.now() + settings().queryDays * dayMs),
      ...(photographId !== undefined && { photographId }),
    });
  });
}
