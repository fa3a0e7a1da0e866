import { type ArtworkState } from './artwork';
import { type DatabaseClient } from './database';
import { Prisma } from './prisma/client';
import { bytesToVector } from './vector-bytes';

/** The Postgres channel that a commit notifies when works have changed. */
export const indexChangesChannel = 'gafu_index_changes';

/** What a search index holds of a work. The facets' values are those of {@link facetNames}. */
export interface IndexableWork {
  readonly id: string;
  readonly title: string;
  readonly artist: readonly string[];
  readonly movement: readonly string[];
  readonly genre: readonly string[];
  readonly subject: readonly string[];
  /** All that the date touches: `19` for 1801 to 1900. */
  readonly century: readonly string[];
  /** What the picture has much of, by name. */
  readonly colour: readonly string[];
  readonly medium: string | null;
  readonly kind: string | null;
  readonly collection: string | null;
  readonly rights: string | null;
  readonly year: number | null;
  /** The years that its date touches; null without a date. */
  readonly years: { readonly gte: number; readonly lte: number } | null;
  readonly state: ArtworkState;
  readonly createdAt: Date;
  /** The folded words that a text search finds it by: the lexemes of its search vector. */
  readonly words: readonly string[];
  /** By the id of their space. */
  readonly embeddings: ReadonlyMap<string, Float32Array>;
}

/** A work at a version; null if it was deleted, or is not public. */
export interface IndexChange {
  readonly artworkId: string;
  readonly version: number;
  readonly work: IndexableWork | null;
}

type Row = Omit<IndexableWork, 'id' | 'embeddings'> & {
  artworkId: string;
  version: number;
  present: boolean;
  vectors: Record<string, string> | null;
};

/** The works with changes not yet written to the index, by version. Work and version come from one snapshot. */
export function dueChanges(
  db: DatabaseClient,
  { afterVersion = 0, limit }: { afterVersion?: number; limit: number },
): Promise<IndexChange[]> {
  return readChanges(
    db,
    Prisma.sql`due AND index_changes.version > ${afterVersion}::bigint ORDER BY index_changes.version LIMIT ${limit}`,
  );
}

/** The highest version not yet written to the index; zero if nothing is due. */
export async function lastDueVersion(db: DatabaseClient): Promise<number> {
  const [row] = await db.$queryRaw<
    { version: number | null }[]
  >`SELECT max(version)::float8 AS version FROM index_changes WHERE due`;
  return row?.version ?? 0;
}

/** All public works, in order of id after `afterId`. */
export function allWorks(
  db: DatabaseClient,
  { afterId = '', limit }: { afterId?: string; limit: number },
): Promise<IndexChange[]> {
  return readChanges(
    db,
    Prisma.sql`artworks.is_public AND artwork_id > ${afterId} ORDER BY artwork_id LIMIT ${limit}`,
  );
}

/** Marks these versions as written to the index. A work that has changed again meanwhile stays due. */
export async function markIndexed(db: DatabaseClient, changes: readonly IndexChange[]): Promise<void> {
  const ids = changes.map(({ artworkId }) => artworkId);
  const versions = changes.map(({ version }) => BigInt(version));
  // A row locked by a writer is about to change again: skip it instead of waiting.
  const written = Prisma.sql`
    SELECT artwork_id FROM index_changes
    JOIN unnest(${ids}::text[], ${versions}::bigint[]) AS written (artwork_id, version) USING (artwork_id, version)
    FOR UPDATE OF index_changes SKIP LOCKED`;
  await db.$executeRaw`UPDATE index_changes SET due = false WHERE artwork_id IN (${written})`;
  const gone = changes.filter(({ work }) => work === null).map(({ artworkId }) => artworkId);
  await db.$executeRaw`
    DELETE FROM index_changes WHERE artwork_id = ANY(${gone}::text[]) AND NOT due
      AND NOT EXISTS (SELECT FROM artworks WHERE artworks.id = index_changes.artwork_id)`;
}

/** How many works have changes not yet written to the index. */
export async function countDueChanges(db: DatabaseClient): Promise<number> {
  const [row] = await db.$queryRaw<
    { count: number }[]
  >`SELECT count(*)::integer AS count FROM index_changes WHERE due`;
  return row?.count ?? 0;
}

export interface WorkVersion {
  readonly artworkId: string;
  readonly version: number;
  readonly due: boolean;
  /** The spaces in which it has embeddings, sorted. */
  readonly spaceIds: readonly string[];
}

/** The versions of public works: after `afterId` in order of id, or those of `ids`. */
export function workVersions(
  db: DatabaseClient,
  which: { readonly afterId: string; readonly limit: number } | { readonly ids: readonly string[] },
): Promise<WorkVersion[]> {
  const rows =
    'ids' in which
      ? Prisma.sql`artwork_id = ANY(${[...which.ids]}::text[])`
      : Prisma.sql`artwork_id > ${which.afterId} ORDER BY artwork_id LIMIT ${which.limit}`;
  return db.$queryRaw<WorkVersion[]>`
    SELECT artwork_id AS "artworkId", index_changes.version::float8 AS version, due, ARRAY(
      SELECT space_id FROM embeddings WHERE embeddings.artwork_id = index_changes.artwork_id ORDER BY 1) AS "spaceIds"
    FROM index_changes JOIN artworks ON artworks.id = artwork_id WHERE is_public AND ${rows}`;
}

/** Which of these works are deleted or not public, with that already written to the index. */
export async function deletedIds(db: DatabaseClient, ids: readonly string[]): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM unnest(${[...ids]}::text[]) AS id
    WHERE NOT EXISTS (SELECT FROM artworks WHERE artworks.id = id.id AND is_public)
      AND NOT EXISTS (SELECT FROM index_changes WHERE artwork_id = id.id AND due)`;
  return rows.map(({ id }) => id);
}

/**
 * Queues these works, deleted ones too, to be written to the index again, with a version above `version` so that the
 * index accepts it.
 */
export async function requeueChanges(
  db: DatabaseClient,
  ids: readonly string[],
  version: number,
): Promise<void> {
  await db.$executeRaw`
    SELECT setval('index_changes_version_seq', greatest(nextval('index_changes_version_seq'), ${version}::bigint + 1))`;
  await db.$executeRaw`SELECT gafu_note_index_change(id) FROM unnest(${[...ids].sort()}::text[]) AS id`;
}

async function readChanges(db: DatabaseClient, which: Prisma.Sql): Promise<IndexChange[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT artwork_id AS "artworkId", index_changes.version::float8 AS version, coalesce(is_public, false) AS present,
      title, artist_names AS artist, movements AS movement, genres AS genre, subjects AS subject,
      coalesce(centuries, '{}')::text[] AS century, coalesce(colours, '{}') AS colour, medium, object_kind AS kind, collection, rights, year,
      CASE WHEN coalesce(year_from, year_to) IS NOT NULL THEN jsonb_build_object(
        'gte', coalesce(year_from, year_to), 'lte', coalesce(year_to, year_from)) END AS years,
      state::text, created_at AS "createdAt", tsvector_to_array(search_vector) AS words,
      (SELECT jsonb_object_agg(space_id, encode(vector, 'base64')) FROM embeddings
        WHERE embeddings.artwork_id = artworks.id) AS vectors
    FROM index_changes LEFT JOIN artworks ON artworks.id = artwork_id WHERE ${which}`;
  return rows.map(({ artworkId, version, present, vectors, ...details }) => {
    if (!present) return { artworkId, version, work: null };
    const embeddings = new Map(
      Object.entries(vectors ?? {}).map(([spaceId, base64]) => [
        spaceId,
        bytesToVector(Buffer.from(base64, 'base64')),
      ]),
    );
    return { artworkId, version, work: { id: artworkId, ...details, embeddings } };
  });
}
