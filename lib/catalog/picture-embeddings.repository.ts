import { type DatabaseClient } from './database';
import { type SpacedVector } from './embeddings.repository';
import { vectorToBytes } from './vector-bytes';

/** Keeps the embeddings of a stored picture until it belongs to a work. Nothing is kept of one that does, or is gone. */
export async function savePictureEmbeddings(
  db: DatabaseClient,
  imageKey: string,
  rows: readonly SpacedVector[],
): Promise<void> {
  for (const { spaceId, vector } of rows)
    await db.$executeRaw`
      INSERT INTO picture_embeddings (image_key, space_id, vector)
      SELECT key, ${spaceId}, ${vectorToBytes(vector)} FROM images
      WHERE key = ${imageKey} AND NOT EXISTS (SELECT FROM artworks WHERE image_key = images.key)
      ON CONFLICT (image_key, space_id) DO UPDATE SET vector = excluded.vector`;
}

/**
 * Gives a work the embeddings that its picture has already.
 * @returns whether they are all that searches need, those of each live space; if not, nothing is changed
 */
export async function takePictureEmbeddings(
  db: DatabaseClient,
  { artworkId, imageKey }: { readonly artworkId: string; readonly imageKey: string },
): Promise<boolean> {
  const taken = await db.$executeRaw`
    WITH kept AS (
      DELETE FROM picture_embeddings WHERE image_key = ${imageKey} AND EXISTS (SELECT FROM live_spaces)
        AND NOT EXISTS (
          SELECT FROM live_spaces WHERE space_id NOT IN (
            SELECT space_id FROM picture_embeddings WHERE image_key = ${imageKey}))
      RETURNING space_id, vector)
    INSERT INTO embeddings (artwork_id, space_id, vector) SELECT ${artworkId}, space_id, vector FROM kept
    ON CONFLICT (artwork_id, space_id) DO UPDATE SET vector = excluded.vector`;
  return taken > 0;
}
