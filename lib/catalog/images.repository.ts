import { type ArtworkImage } from './artwork';
import { type DatabaseClient } from './database';
import { mayDeletePictures } from './picture-retention';

/** Stores what is known of a picture; its row stays locked until the transaction ends, so nobody forgets it meanwhile. */
export async function saveImage(db: DatabaseClient, image: ArtworkImage): Promise<void> {
  await db.$executeRaw`
    INSERT INTO images (key, width, height, size_bytes, media_type, thumbhash, colour, perceptual_hash)
    VALUES (${image.key}, ${image.width}, ${image.height}, ${image.sizeBytes}, ${image.mediaType}, ${image.thumbhash}, ${image.colour}, ${image.perceptualHash})
    ON CONFLICT (key) DO UPDATE SET key = excluded.key`;
}

/** What a picture belongs to: a public work, a visitor's upload, or only what visitors do not see: a draft, a batch. */
export type PictureUse = 'public-work' | 'upload' | 'hidden-work';

/** @returns null if nothing uses the picture, or it does not exist */
export async function pictureUse(
  db: DatabaseClient,
  key: string,
  now = new Date(),
): Promise<PictureUse | null> {
  const [use] = await db.$queryRaw<{ isPublic: boolean | null; isUpload: boolean; isInBatch: boolean }[]>`
    SELECT (SELECT is_public FROM artworks WHERE image_key = ${key}) AS "isPublic",
      EXISTS (SELECT FROM uploaded_queries WHERE image_key = ${key} AND expires_at > ${now}) AS "isUpload",
      EXISTS (SELECT FROM batch_files WHERE image_key = ${key}) AS "isInBatch"`;
  if (use?.isPublic === true) return 'public-work';
  if (use?.isUpload === true) return 'upload';
  return use?.isPublic === false || use?.isInBatch === true ? 'hidden-work' : null;
}

/**
 * Of these pictures, forgets those that no work, no query and no batch uses. Call it in a transaction. While a backup runs nothing
 * is forgotten: {@link findUnusedImages} finds them afterwards.
 * @returns their keys
 */
export async function forgetUnusedImages(db: DatabaseClient, keys: readonly string[]): Promise<string[]> {
  if (keys.length === 0 || !(await mayDeletePictures(db))) return [];
  // Locked by a statement of its own: the next one then sees every work that was waiting to be stored with them.
  await db.$queryRaw`SELECT key FROM images WHERE key = ANY(${[...keys]}) ORDER BY key FOR UPDATE`;
  const rows = await db.$queryRaw<{ key: string }[]>`
    DELETE FROM images WHERE key = ANY(${[...keys]})
      AND NOT EXISTS (SELECT FROM artworks WHERE image_key = images.key)
      AND NOT EXISTS (SELECT FROM uploaded_queries WHERE image_key = images.key)
      AND NOT EXISTS (SELECT FROM batch_files WHERE image_key = images.key)
    RETURNING key`;
  return rows.map(({ key }) => key);
}

/** Keys of pictures that no work, no query and no batch uses: those that a backup was holding when they fell out of use. */
export async function findUnusedImages(db: DatabaseClient, limit: number): Promise<string[]> {
  const rows = await db.$queryRaw<{ key: string }[]>`
    SELECT key FROM images
    WHERE NOT EXISTS (SELECT FROM artworks WHERE image_key = images.key)
      AND NOT EXISTS (SELECT FROM uploaded_queries WHERE image_key = images.key)
      AND NOT EXISTS (SELECT FROM batch_files WHERE image_key = images.key)
    LIMIT ${limit}`;
  return rows.map(({ key }) => key);
}
