import { Problem } from '@/lib/platform/problem';
import {
  type Artwork,
  type ArtworkDetails,
  type ArtworkFilter,
  type ArtworkImage,
  type ArtworkState,
  type Publication,
} from './artwork';
import { relevance, type Shown, shownToVisitors, whereMatches } from './artwork-filter';
import { resolveText, type TextQuery } from './text-query';
import { detailColumns } from './artwork-rows';
import { inTransaction, type DatabaseClient } from './database';
import { type ExportedIdentity, identityColumns, keepIdentity } from './exported-identity';
import { forgetUnusedImages, saveImage } from './images.repository';
import { saveCredits } from './makers.repository';
import { isPictureId } from './picture-id';
import { Prisma } from './prisma/client';
import { randomArtworkId } from './random-id';
import { readWorks } from './read-works';

export const artworkSorts = ['newest', 'title', 'artist', 'year', 'relevance'] as const;
export type ArtworkSort = (typeof artworkSorts)[number];
/** Orders that only curators need. */
export type CuratorSort = ArtworkSort | 'changed' | 'deleted';

export interface ArtworkListing {
  readonly filter: ArtworkFilter;
  readonly sort: CuratorSort;
  readonly offset: number;
  readonly limit: number;
  /** What visitors see by default. */
  readonly shown?: Shown;
}

export interface NewArtwork {
  readonly details: ArtworkDetails;
  readonly image: ArtworkImage;
  readonly publication?: Publication;
  /** Of a work that another Gafu has exported; else it gets an id of its own. */
  readonly identity?: ExportedIdentity;
}

/**
 * Stores a work as `pending`.
 * @throws Problem `conflict` when another work has this very picture, or the id; its id is in `artworkId`
 */
export async function createArtwork(db: DatabaseClient, work: NewArtwork): Promise<Artwork> {
  const { details, image, publication = 'published', identity } = work;
  return await inTransaction(db, async (transaction) => {
    await saveImage(transaction, image);
    for (;;) {
      const id = identity?.id ?? randomArtworkId();
      const columns = { ...detailColumns(details), ...identityColumns(identity) };
      const { count } = await transaction.artwork.createMany({
        data: [{ ...columns, publication, id, imageKey: image.key }],
        skipDuplicates: true,
      });
      if (count === 1) {
        await saveCredits(transaction, id, details.makers, identity?.makers);
        await keepIdentity(transaction, identity);
        return await getArtwork(transaction, id);
      }
      const other = await findArtworkByImage(transaction, image.key);
      if (other !== null) throw pictureTaken(other);
      if (identity !== undefined)
        throw new Problem('conflict', `Another work has the id "${id}".`, { artworkId: id });
    }
  });
}

/** That a picture cannot be another work's, because this work has it. */
export function pictureTaken({ id, title, deletedAt }: Artwork): Problem {
  return new Problem(
    'conflict',
    deletedAt === null
      ? `This picture is already in the collection, as "${title}".`
      : `This picture belongs to "${title}", which was deleted and can still be restored. Restore that work, or delete it for good, at /admin/works/bin.`,
    { artworkId: id, deletedAt },
  );
}

/** A work, public or not. */
export async function findArtwork(db: DatabaseClient, id: string): Promise<Artwork | null> {
  if (!isPictureId(id)) return null;
  return (await readWorks(db, { id }))[0] ?? null;
}

async function getArtwork(db: DatabaseClient, id: string): Promise<Artwork> {
  const artwork = await findArtwork(db, id);
  if (artwork === null) throw new Problem('not-found', `There is no work with the id "${id}".`);
  return artwork;
}

/** In the order of `ids`, those that are missing left out. */
export async function findArtworks(db: DatabaseClient, ids: readonly string[]): Promise<Artwork[]> {
  const possible = ids.filter(isPictureId);
  const works = await readWorks(db, { id: { in: possible } });
  const byId = new Map(works.map((work) => [work.id, work]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

export async function findArtworkByImage(db: DatabaseClient, imageKey: string): Promise<Artwork | null> {
  return (await readWorks(db, { imageKey }))[0] ?? null;
}

/** One page, and how many there are in all. Works without the sorted-by value come last. */
export async function listArtworks(
  db: DatabaseClient,
  listing: ArtworkListing,
): Promise<{ artworks: Artwork[]; total: number }> {
  const text = await resolveText(db, listing.filter.text);
  const where = whereMatches({ ...listing.filter, text }, listing.shown ?? shownToVisitors);
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM artworks WHERE ${where} ORDER BY ${orderBy(listing.sort, text)}, id OFFSET ${listing.offset} LIMIT ${listing.limit}`;
  const [count] = await db.$queryRaw<
    { total: number }[]
  >`SELECT count(*)::integer AS total FROM artworks WHERE ${where}`;
  return {
    artworks: await findArtworks(
      db,
      rows.map(({ id }) => id),
    ),
    total: count?.total ?? 0,
  };
}

/** The ids of all ready works that the filter leaves, in no order; of more than `limit`, so many. */
export async function matchingIds(
  db: DatabaseClient,
  filter: ArtworkFilter,
  limit: number | null = null,
): Promise<string[]> {
  const where = whereMatches({ ...filter, text: await resolveText(db, filter.text) }, shownToVisitors);
  const rows = await db.$queryRaw<
    { id: string }[]
  >`SELECT id FROM artworks WHERE ${where} LIMIT ${limit}::integer`;
  return rows.map(({ id }) => id);
}

/** @returns false when the work is gone */
export async function setArtworkState(
  db: DatabaseClient,
  id: string,
  state: ArtworkState,
  failure: string | null = null,
): Promise<boolean> {
  const { count } = await db.artwork.updateMany({ where: { id }, data: { state, failure } });
  return count === 1;
}

/** @throws Problem `not-found` */
export async function updateArtwork(
  db: DatabaseClient,
  id: string,
  details: ArtworkDetails,
): Promise<Artwork> {
  return await inTransaction(db, async (transaction) => {
    const data = { ...detailColumns(details), version: { increment: 1 } };
    const { count } = await transaction.artwork.updateMany({ where: { id }, data });
    if (count === 1) await saveCredits(transaction, id, details.makers);
    return await getArtwork(transaction, id);
  });
}

/**
 * Gives a work another picture, of which all is embedded; it is `pending` until its features are found.
 *
 * @returns the key of the picture it had if nothing needs that any more, for the image store to delete; else null
 * @throws Problem `not-found`; `conflict` if another work has this picture, or the work was deleted
 */
export async function replaceArtworkImage(
  db: DatabaseClient,
  id: string,
  image: ArtworkImage,
): Promise<string | null> {
  return await inTransaction(db, async (transaction) => {
    await saveImage(transaction, image);
    const before = await getArtwork(transaction, id);
    if (before.deletedAt !== null)
      throw new Problem(
        'conflict',
        `"${before.title}" was deleted. Restore it before you replace its picture.`,
      );
    const owner = await findArtworkByImage(transaction, image.key);
    if (owner !== null && owner.id !== id) throw pictureTaken(owner);
    const isSame = before.image.key === image.key;
    await transaction.artwork.update({
      where: { id },
      data: {
        imageKey: image.key,
        // The crop was drawn on the picture of before.
        ...(!isSame && { crop: Prisma.DbNull, version: { increment: 1 } }),
        state: 'pending',
        failure: null,
      },
    });
    if (isSame) return null;
    const [unused] = await forgetUnusedImages(transaction, [before.image.key]);
    return unused ?? null;
  });
}

/**
 * @returns the key of its picture if nothing needs that any more, for the image store to delete; else null
 * @throws Problem `not-found`
 */
export async function deleteArtwork(db: DatabaseClient, id: string): Promise<string | null> {
  return await inTransaction(db, async (transaction) => {
    const [row] = await transaction.$queryRaw<
      { imageKey: string }[]
    >`DELETE FROM artworks WHERE id = ${id} RETURNING image_key AS "imageKey"`;
    if (row === undefined) throw new Problem('not-found', `There is no work with the id "${id}".`);
    const [unused] = await forgetUnusedImages(transaction, [row.imageKey]);
    return unused ?? null;
  });
}

/** What an index holds when it has caught up: it keeps pending works too, without embeddings. */
export async function countPublicArtworks(db: DatabaseClient): Promise<number> {
  return await db.artwork.count({ where: { isPublic: true } });
}

export async function countArtworks(db: DatabaseClient): Promise<Record<ArtworkState, number>> {
  const groups = await db.artwork.groupBy({ by: ['state'], _count: true });
  const counts = { pending: 0, ready: 0, failed: 0 };
  for (const { state, _count } of groups) counts[state] = _count;
  return counts;
}

function orderBy(sort: CuratorSort, text: TextQuery | null): Prisma.Sql {
  switch (sort) {
    case 'newest':
      return Prisma.sql`created_at DESC`;
    case 'title':
      return Prisma.sql`gafu_fold(title)`;
    case 'artist':
      return Prisma.sql`gafu_fold(artist_names[1]) NULLS LAST, year NULLS LAST`;
    case 'year':
      return Prisma.sql`year NULLS LAST`;
    case 'changed':
      return Prisma.sql`updated_at DESC`;
    case 'deleted':
      return Prisma.sql`deleted_at DESC NULLS LAST`;
    case 'relevance':
      // Postgres takes a constant for the number of a column.
      return text === null || text.words.length === 0
        ? Prisma.sql`created_at DESC`
        : Prisma.sql`${relevance(text)} DESC, created_at DESC`;
  }
}
