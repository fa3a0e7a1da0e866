import { z } from 'zod';
import { database, inTransaction } from '@/lib/catalog/database';
import { saveImage } from '@/lib/catalog/images.repository';
import { createUploadedQuery } from '@/lib/catalog/queries.repository';
import { type UploadedQuery } from '@/lib/catalog/uploaded-query';
import { imageStore } from '@/lib/images/shared-image-store';
import { readPicture, type SafePicture } from '@/lib/images/safe-picture';
import { Problem } from '@/lib/platform/problem';
import { settings } from '@/lib/platform/settings';
import { checkVectors, givenVectorSchema } from '@/lib/search/given-vectors';
import { findLiveNetwork } from '@/lib/search/live-network';
import { type EmbeddingKind, embeddingKinds } from '@/lib/vision/embedding';
import { decodeBase64 } from './receive-picture';
import { keepQueriesWithinQuota, senderPseudonym } from './query-quota';
import { tooLarge } from './request-body';
import { uploadLimit } from './upload-limits';

const dayMs = 24 * 60 * 60 * 1000;

/** What a thumbnail may be: enough to be recognised by, too little to be a copy. */
export const thumbnailLimits = { sideMax: 320, bytesMax: 96 * 1024 } as const;

/** The whole body: three vectors and a thumbnail in base64, with room for the way numbers are written. */
export const keptVectorsBytesMax = 256 * 1024;

/** What a visitor's device says of a picture, to be kept as a query. */
export const keptVectorsSchema = z.strictObject({
  vectors: z.array(givenVectorSchema).min(1).max(embeddingKinds.length),
  thumbnail: z
    .string()
    .max(Math.ceil((thumbnailLimits.bytesMax * 4) / 3) + 64)
    .optional(),
  with: z.string().max(1000).optional(),
  as: z.enum(embeddingKinds).optional(),
});

type KeptVectors = Pick<z.output<typeof keptVectorsSchema>, 'vectors' | 'thumbnail'>;

/**
 * Keeps vectors that were made on a visitor's device as a query, for QUERY_DAYS days under an id that cannot be
 * guessed. The picture itself is not asked for; a thumbnail is, where the visitor chose to send one.
 * @throws Problem as {@link checkVectors}; `invalid-request` unless there is one vector for each live space;
 *   `too-large` or as {@link readPicture} for the thumbnail
 */
export async function receiveVectors({ vectors, thumbnail }: KeptVectors): Promise<UploadedQuery> {
  const db = await database();
  const network = await findLiveNetwork(db);
  const checked = checkVectors(
    vectors.map((one) => ({ ...one, weight: 1 })),
    network,
  );
  requireEveryKind(
    checked.map(({ kind }) => kind),
    embeddingKinds.filter((kind) => network.spaces[kind]),
  );
  await uploadLimit.count();
  const small = thumbnail === undefined ? null : await readThumbnail(thumbnail);
  const client = await senderPseudonym();
  const query = await inTransaction(db, async (transaction) => {
    let image = null;
    if (small) {
      const { bytes, ...facts } = small;
      image = facts;
      // As for an upload: the row is locked before the file is written.
      await saveImage(transaction, image);
      await imageStore().put(image.key, bytes);
    }
    return createUploadedQuery(transaction, {
      image,
      client,
      embeddings: checked,
      readOnDevice: true,
      expiresAt: new Date(Date.now() + settings().queryDays * dayMs),
    });
  });
  await keepQueriesWithinQuota(client);
  return query;
}

function requireEveryKind(given: readonly EmbeddingKind[], live: readonly EmbeddingKind[]): void {
  if (given.length === live.length && live.every((kind) => given.includes(kind))) return;
  throw new Problem(
    'invalid-request',
    `Vectors of ${given.join(', ')} were sent; a search that is kept needs one each of ${live.join(', ')}.`,
    { given, allowed: live },
  );
}

async function readThumbnail(base64: string): Promise<SafePicture> {
  const bytes = decodeBase64(base64, 'thumbnail');
  if (bytes.byteLength > thumbnailLimits.bytesMax) throw tooLarge('The thumbnail', thumbnailLimits.bytesMax);
  const picture = await readPicture(bytes);
  const side = Math.max(picture.width, picture.height);
  if (side > thumbnailLimits.sideMax)
    throw new Problem(
      'too-large',
      `The thumbnail is ${picture.width} × ${picture.height} pixels; at most ${thumbnailLimits.sideMax} on the long side are allowed.`,
      { sideMax: thumbnailLimits.sideMax },
    );
  return picture;
}
