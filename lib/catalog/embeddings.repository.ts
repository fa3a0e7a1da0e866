import { Problem } from '@/lib/platform/problem';
import { type Embedding } from '@/lib/vision/embedding';
import { type DatabaseClient } from './database';
import { Prisma } from './prisma/client';
import { sampleSource } from './sample-artworks.repository';
import { bytesToVector, vectorToBytes } from './vector-bytes';

export interface SpacedVector {
  readonly spaceId: string;
  readonly vector: Float32Array;
}

export interface EmbeddingChanges {
  /** To be given to the next call. */
  readonly cursor: string;
  readonly upserts: readonly {
    readonly artworkId: string;
    readonly spaceId: string;
    readonly vector: Float32Array;
  }[];
  readonly removedArtworkIds: readonly string[];
}

const pageRows = 4000;

/** Writes or overwrites. @throws Problem `not-found` for a work that is gone, `conflict` for an unknown space or a vector of another length */
export async function saveEmbeddings(
  db: DatabaseClient,
  artworkId: string,
  rows: readonly SpacedVector[],
): Promise<void> {
  for (const { spaceId, vector } of rows) {
    const saved = await db.$executeRaw`
      INSERT INTO embeddings (artwork_id, space_id, vector)
      SELECT artworks.id, spaces.id, ${vectorToBytes(vector)} FROM artworks, spaces
      WHERE artworks.id = ${artworkId} AND spaces.id = ${spaceId} AND spaces.dimensions = ${vector.length}
      ON CONFLICT (artwork_id, space_id) DO UPDATE SET vector = excluded.vector`;
    if (saved === 0) throw await refusal(db, artworkId, spaceId, vector.length);
  }
}

export async function findEmbedding(
  db: DatabaseClient,
  artworkId: string,
  spaceId: string,
): Promise<Embedding | null> {
  const row = await db.embedding.findUnique({
    where: { artworkId_spaceId: { artworkId, spaceId } },
    select: { vector: true },
  });
  return row === null ? null : bytesToVector(row.vector);
}

/** An embedding of a picture, an artwork's or an uploaded query's. */
export interface PictureEmbedding extends SpacedVector {
  readonly pictureId: string;
}

/** The embeddings of these works in these spaces, in no order. */
export async function findEmbeddings(
  db: DatabaseClient,
  artworkIds: readonly string[],
  spaceIds: readonly string[],
): Promise<PictureEmbedding[]> {
  const rows = await db.$queryRaw<{ pictureId: string; spaceId: string; vector: Uint8Array }[]>`
    SELECT artwork_id AS "pictureId", space_id AS "spaceId", vector FROM embeddings
    WHERE artwork_id = ANY(${[...artworkIds]}) AND space_id = ANY(${[...spaceIds]})`;
  return rows.map((row) => ({ ...row, vector: bytesToVector(row.vector) }));
}

/** Some embeddings of public works in a space, others each time. */
export async function sampleEmbeddings(
  db: DatabaseClient,
  spaceId: string,
  count: number,
): Promise<{ artworkId: string; vector: Embedding }[]> {
  const rows = await db.$queryRaw<{ artworkId: string; vector: Uint8Array }[]>`
    SELECT artwork_id AS "artworkId", vector FROM embeddings WHERE space_id = ${spaceId}
      AND EXISTS (SELECT FROM artworks WHERE artworks.id = artwork_id AND is_public) ORDER BY random() LIMIT ${count}`;
  return rows.map(({ artworkId, vector }) => ({ artworkId, vector: bytesToVector(vector) }));
}

/** A work with what sets it apart from others. */
export interface ComparedWork {
  readonly id: string;
  readonly artist: string | null;
  readonly year: number | null;
  readonly movement: string | null;
  readonly subject: string | null;
  readonly vector: Embedding;
}

/**
 * Public works with their embeddings in a space: of more than `limit` a selection that stays the same, drawn by the hashes
 * of their ids. Works of the sample collection are among them only while the others are fewer than `limit`.
 */
export async function comparedWorks(
  db: DatabaseClient,
  spaceId: string,
  limit: number,
): Promise<readonly ComparedWork[]> {
  const rows = await db.$queryRaw<(Omit<ComparedWork, 'vector'> & { vector: Uint8Array })[]>`
    SELECT id, artist_names[1] AS artist, year, movements[1] AS movement, subjects[1] AS subject, vector
    FROM artworks JOIN embeddings ON artwork_id = id AND space_id = ${spaceId}
    WHERE state = 'ready' AND is_public
    ORDER BY collection IS NOT DISTINCT FROM ${sampleSource}, md5(id), id LIMIT ${limit}`;
  return rows.map((row) => ({ ...row, vector: bytesToVector(row.vector) }));
}

/** Works that lack an embedding in one of these spaces, in order of id after `afterId`. Failed ones are left out. */
export async function artworksWithoutEmbeddings(
  db: DatabaseClient,
  spaceIds: readonly string[],
  { afterId = '', limit }: { afterId?: string; limit: number },
): Promise<{ id: string; imageKey: string }[]> {
  return await db.$queryRaw<{ id: string; imageKey: string }[]>`
    SELECT id, image_key AS "imageKey" FROM artworks
    WHERE id > ${afterId} AND ${lackEmbeddings(spaceIds)} ORDER BY id LIMIT ${limit}`;
}

export async function countArtworksWithoutEmbeddings(
  db: DatabaseClient,
  spaceIds: readonly string[],
): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::integer AS count FROM artworks WHERE ${lackEmbeddings(spaceIds)}`;
  return row?.count ?? 0;
}

function lackEmbeddings(spaceIds: readonly string[]): Prisma.Sql {
  return Prisma.sql`state <> 'failed' AND ${spaceIds.length} >
    (SELECT count(*) FROM embeddings WHERE artwork_id = artworks.id AND space_id = ANY(${[...spaceIds]}))`;
}

/**
 * What has changed among the public works of these spaces since `cursor` (null: everything). Exact: a row is stamped with
 * its transaction's id, and the cursor is the oldest transaction that was unfinished when the reading began, so a row that is
 * committed later than newer ones is still found. Rows may therefore come twice; applying them twice does no harm.
 */
export async function embeddingChanges(
  db: DatabaseClient,
  spaceIds: readonly string[],
  cursor: string | null,
): Promise<EmbeddingChanges> {
  const from = cursor ?? '0';
  // In one statement, so in one snapshot.
  const [found] = await db.$queryRaw<{ xmin: string; removed: string[] }[]>`
    SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS xmin,
      ARRAY(SELECT artwork_id FROM removed_artworks WHERE removed_xid >= ${from}::xid8) AS removed`;
  const upserts: { artworkId: string; spaceId: string; vector: Float32Array }[] = [];
  // Each page is read in its own snapshot: a row that changes meanwhile moves behind the cursor returned here.
  let last = { xid: from, artworkId: '', spaceId: '' };
  for (;;) {
    const page = await db.$queryRaw<
      { artworkId: string; spaceId: string; vector: Uint8Array; xid: string }[]
    >`
      SELECT artwork_id AS "artworkId", space_id AS "spaceId", vector, changed_xid::text AS xid FROM embeddings
      WHERE space_id = ANY(${[...spaceIds]}) AND (changed_xid, artwork_id, space_id) > (${last.xid}::xid8, ${last.artworkId}, ${last.spaceId})
        AND EXISTS (SELECT FROM artworks WHERE artworks.id = artwork_id AND is_public)
      ORDER BY changed_xid, artwork_id, space_id LIMIT ${pageRows}`;
    for (const { artworkId, spaceId, vector } of page)
      upserts.push({ artworkId, spaceId, vector: bytesToVector(vector) });
    const end = page.at(-1);
    if (end === undefined || page.length < pageRows) break;
    last = end;
  }
  return { cursor: found?.xmin ?? from, upserts, removedArtworkIds: found?.removed ?? [] };
}

async function refusal(
  db: DatabaseClient,
  artworkId: string,
  spaceId: string,
  length: number,
): Promise<Problem> {
  const space = await db.space.findUnique({ where: { id: spaceId } });
  if (space === null) return new Problem('conflict', `The space "${spaceId}" is not registered.`);
  if (space.dimensions !== length) {
    return new Problem(
      'conflict',
      `A vector of the space "${spaceId}" has ${space.dimensions} values; this one has ${length}.`,
    );
  }
  return new Problem('not-found', `There is no work with the id "${artworkId}".`);
}
