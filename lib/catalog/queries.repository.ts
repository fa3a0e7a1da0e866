import { type ArtworkImage } from './artwork';
import { imageOf } from './artwork-rows';
import { inTransaction, type DatabaseClient } from './database';
import { type PictureEmbedding, type SpacedVector } from './embeddings.repository';
import { forgetUnusedImages, saveImage } from './images.repository';
import { isPictureId } from './picture-id';
import { randomQueryId } from './random-id';
import { type UploadedQuery } from './uploaded-query';
import { bytesToVector, vectorToBytes } from './vector-bytes';

export async function createUploadedQuery(
  db: DatabaseClient,
  upload: {
    image: ArtworkImage | null;
    embeddings: readonly SpacedVector[];
    expiresAt: Date;
    readOnDevice?: boolean;
  },
): Promise<UploadedQuery> {
  return await inTransaction(db, async (transaction) => {
    const { image, readOnDevice = false } = upload;
    if (image) await saveImage(transaction, image);
    const row = await transaction.uploadedQuery.create({
      data: {
        id: randomQueryId(),
        imageKey: image?.key ?? null,
        readOnDevice,
        expiresAt: upload.expiresAt,
        embeddings: {
          create: upload.embeddings.map(({ spaceId, vector }) => ({
            spaceId,
            vector: vectorToBytes(vector),
          })),
        },
      },
    });
    return { id: row.id, image, readOnDevice, createdAt: row.createdAt, expiresAt: row.expiresAt };
  });
}

/** `expired` from the moment of expiry on, whether it has been deleted yet or not; null: there never was one. */
export async function findUploadedQuery(
  db: DatabaseClient,
  id: string,
  now = new Date(),
): Promise<UploadedQuery | 'expired' | null> {
  if (!isPictureId(id)) return null;
  const row = await db.uploadedQuery.findUnique({ where: { id }, include: { image: true } });
  if (row !== null) {
    if (row.expiresAt <= now) return 'expired';
    const { readOnDevice, createdAt, expiresAt } = row;
    return { id, image: row.image && imageOf(row.image), readOnDevice, createdAt, expiresAt };
  }
  return (await db.expiredQuery.findUnique({ where: { id } })) === null ? null : 'expired';
}

/** The embeddings of these queries in these spaces, in no order. */
export async function findQueryEmbeddings(
  db: DatabaseClient,
  queryIds: readonly string[],
  spaceIds: readonly string[],
): Promise<PictureEmbedding[]> {
  const rows = await db.$queryRaw<{ pictureId: string; spaceId: string; vector: Uint8Array }[]>`
    SELECT query_id AS "pictureId", space_id AS "spaceId", vector FROM uploaded_query_embeddings
    WHERE query_id = ANY(${[...queryIds]}) AND space_id = ANY(${[...spaceIds]})`;
  return rows.map((row) => ({ ...row, vector: bytesToVector(row.vector) }));
}

/** Queries with a picture that lack an embedding in one of these spaces, in order of id after `afterId`; expired ones are left out. */
export async function queriesWithoutEmbeddings(
  db: DatabaseClient,
  spaceIds: readonly string[],
  { afterId, limit }: { afterId: string; limit: number },
): Promise<{ id: string; imageKey: string }[]> {
  return await db.$queryRaw<{ id: string; imageKey: string }[]>`
    SELECT id, image_key AS "imageKey" FROM uploaded_queries
    WHERE id > ${afterId} AND image_key IS NOT NULL AND expires_at > now() AND ${spaceIds.length} >
      (SELECT count(*) FROM uploaded_query_embeddings WHERE query_id = uploaded_queries.id AND space_id = ANY(${[...spaceIds]}))
    ORDER BY id LIMIT ${limit}`;
}

/** Adds what is not there; a query that is gone meanwhile gets none. */
export async function saveQueryEmbeddings(
  db: DatabaseClient,
  queryId: string,
  rows: readonly SpacedVector[],
): Promise<void> {
  for (const { spaceId, vector } of rows)
    await db.$executeRaw`
      INSERT INTO uploaded_query_embeddings (query_id, space_id, vector)
      SELECT id, ${spaceId}, ${vectorToBytes(vector)} FROM uploaded_queries WHERE id = ${queryId}
      ON CONFLICT DO NOTHING`;
}

/**
 * Deletes what has expired and keeps the ids, so that a page can say so.
 * @returns the keys of pictures that nothing needs any more, for the image store to delete
 */
export async function deleteExpiredQueries(db: DatabaseClient, now: Date): Promise<string[]> {
  return await inTransaction(db, async (transaction) => {
    const rows = await transaction.$queryRaw<{ imageKey: string }[]>`
      WITH expired AS (DELETE FROM uploaded_queries WHERE expires_at <= ${now} RETURNING id, image_key, expires_at),
           kept AS (INSERT INTO expired_queries (id, expired_at) SELECT id, expires_at FROM expired ON CONFLICT DO NOTHING)
      SELECT DISTINCT image_key AS "imageKey" FROM expired WHERE image_key IS NOT NULL`;
    return await forgetUnusedImages(
      transaction,
      rows.map(({ imageKey }) => imageKey),
    );
  });
}
