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
    /** The query with the photograph in which this picture was found. */
    photographId?: string;
    /** Whose quota it counts against: a pseudonym. */
    client?: string;
  },
): Promise<UploadedQuery> {
  return await inTransaction(db, async (transaction) => {
    const { image, client, readOnDevice = false, photographId = null } = upload;
    if (image) await saveImage(transaction, image);
    const row = await transaction.uploadedQuery.create({
      data: {
        id: randomQueryId(),
        imageKey: image?.key ?? null,
        readOnDevice,
        client: client ?? null,
        photographId,
        expiresAt: upload.expiresAt,
        embeddings: {
          create: upload.embeddings.map(({ spaceId, vector }) => ({
            spaceId,
            vector: vectorToBytes(vector),
          })),
        },
      },
    });
    const { id, createdAt, expiresAt } = row;
    return { id, image, readOnDevice, photographId, paintingId: null, createdAt, expiresAt };
  });
}

/** `expired` from the moment of expiry on, whether it has been deleted yet or not; null: there never was one. */
export async function findUploadedQuery(
  db: DatabaseClient,
  id: string,
  now = new Date(),
): Promise<UploadedQuery | 'expired' | null> {
  if (!isPictureId(id)) return null;
  const row = await db.uploadedQuery.findUnique({
    where: { id },
    include: { image: true, paintings: { select: { id: true }, orderBy: { id: 'asc' }, take: 1 } },
  });
  if (row !== null) {
    if (row.expiresAt <= now) return 'expired';
    const { readOnDevice, photographId, createdAt, expiresAt } = row;
    const image = row.image && imageOf(row.image);
    const paintingId = row.paintings[0]?.id ?? null;
    return { id, image, readOnDevice, photographId, paintingId, createdAt, expiresAt };
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

/**
 * Deletes the oldest queries whose pictures exceed a limit, of this client (its newest stays) and of all, and keeps the
 * ids as {@link deleteExpiredQueries} does. Call it in a transaction; only one at a time deletes.
 * @returns how many were deleted, and the keys of pictures for the image store to delete
 */
export async function deleteQueriesOverQuota(
  db: DatabaseClient,
  client: string,
  { clientBytesMax, bytesMax }: { readonly clientBytesMax: number; readonly bytesMax: number },
): Promise<{ queries: number; imageKeys: string[] }> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('queries over quota'))`;
  const rows = await db.$queryRaw<{ imageKey: string }[]>`
    WITH kept AS (
      SELECT query.id, query.client,
        sum(size_bytes) OVER (ORDER BY query.created_at DESC, query.id) AS bytes,
        sum(size_bytes) OVER client_newest_first AS client_bytes,
        row_number() OVER client_newest_first AS client_rank
      FROM uploaded_queries query JOIN images ON images.key = query.image_key
      WINDOW client_newest_first AS (PARTITION BY query.client ORDER BY query.created_at DESC, query.id)
    ), expired AS (
      DELETE FROM uploaded_queries WHERE id IN (
        SELECT id FROM kept WHERE bytes > ${bytesMax} OR (client = ${client} AND client_bytes > ${clientBytesMax} AND client_rank > 1))
      RETURNING id, image_key
    ), ids AS (INSERT INTO expired_queries (id, expired_at) SELECT id, now() FROM expired ON CONFLICT DO NOTHING)
    SELECT image_key AS "imageKey" FROM expired`;
  const imageKeys = await forgetUnusedImages(db, [...new Set(rows.map(({ imageKey }) => imageKey))]);
  return { queries: rows.length, imageKeys };
}

/** How many uploads are kept, and the bytes of their pictures without those that are works too. */
export async function countQueries(db: DatabaseClient): Promise<{ queries: number; bytes: number }> {
  const [row] = await db.$queryRaw<{ queries: number; bytes: number }[]>`
    SELECT (SELECT count(*) FROM uploaded_queries)::integer AS queries,
      (SELECT coalesce(sum(size_bytes), 0) FROM images
        WHERE EXISTS (SELECT FROM uploaded_queries WHERE image_key = images.key)
          AND NOT EXISTS (SELECT FROM artworks WHERE image_key = images.key))::float8 AS bytes`;
  return row ?? { queries: 0, bytes: 0 };
}
