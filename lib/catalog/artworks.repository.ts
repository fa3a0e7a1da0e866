import { Problem } from '@/lib/platform/problem';
import {
  type Artwork,
  type ArtworkDetails,
  type ArtworkFilter,
  type ArtworkImage,
  type ArtworkState,
  type FacetName,
  type Facets,
  type FacetValue,
} from './artwork';
import { relevance, whereMatches } from './artwork-filter';
import { resolveText, type TextQuery } from './text-query';
import { artworkOf, detailColumns } from './artwork-rows';
import { inTransaction, type DatabaseClient } from './database';
import { forgetUnusedImages, saveImage } from './images.repository';
import { isPictureId } from './picture-id';
import { Prisma } from './prisma/client';
import { randomArtworkId } from './random-id';

export const artworkSorts = ['newest', 'title', 'artist', 'year', 'relevance'] as const;
export type ArtworkSort = (typeof artworkSorts)[number];

export interface ArtworkListing {
  readonly filter: ArtworkFilter;
  readonly sort: ArtworkSort;
  readonly offset: number;
  readonly limit: number;
  /** Only those of these states; `ready` alone by default. */
  readonly states?: readonly ArtworkState[];
}

const shown: readonly ArtworkState[] = ['ready'];
/** Of each facet the most frequent values only, lest a page list ten thousand artists. */
const facetValuesMax = 500;

/** Stores a work as `pending`. @throws Problem `conflict` when another work has this very picture; its id is in `artworkId` */
export async function createArtwork(
  db: DatabaseClient,
  work: { details: ArtworkDetails; image: ArtworkImage },
): Promise<Artwork> {
  return await inTransaction(db, async (transaction) => {
    await saveImage(transaction, work.image);
    await saveArtist(transaction, work.details.artist);
    for (;;) {
      const columns = { ...detailColumns(work.details), id: randomArtworkId(), imageKey: work.image.key };
      const [row] = await transaction.artwork.createManyAndReturn({
        data: [columns],
        skipDuplicates: true,
        include: { image: true },
      });
      if (row !== undefined) return artworkOf(row);
      const other = await findArtworkByImage(transaction, work.image.key);
      if (other === null) continue;
      throw new Problem('conflict', `This picture is already in the collection, as "${other.title}".`, {
        artworkId: other.id,
      });
    }
  });
}

export async function findArtwork(db: DatabaseClient, id: string): Promise<Artwork | null> {
  if (!isPictureId(id)) return null;
  const row = await db.artwork.findUnique({ where: { id }, include: { image: true } });
  return row === null ? null : artworkOf(row);
}

/** In the order of `ids`, those that are missing left out. */
export async function findArtworks(db: DatabaseClient, ids: readonly string[]): Promise<Artwork[]> {
  const possible = ids.filter(isPictureId);
  const rows = await db.artwork.findMany({ where: { id: { in: possible } }, include: { image: true } });
  const byId = new Map(rows.map((row) => [row.id, artworkOf(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

export async function findArtworkByImage(db: DatabaseClient, imageKey: string): Promise<Artwork | null> {
  const row = await db.artwork.findUnique({ where: { imageKey }, include: { image: true } });
  return row === null ? null : artworkOf(row);
}

/** One page, and how many there are in all. Works without the sorted-by value come last. */
export async function listArtworks(
  db: DatabaseClient,
  listing: ArtworkListing,
): Promise<{ artworks: Artwork[]; total: number }> {
  const text = await resolveText(db, listing.filter.text);
  const where = whereMatches({ ...listing.filter, text }, listing.states ?? shown);
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

/**
 * A part of the catalogue, newest first, with what is needed to choose from it. The ready works are cut into windows
 * of `size`, which take turns: `turn` may be any whole number from 0. The last one reaches back to be as large.
 */
export async function windowOfArtworks(
  db: DatabaseClient,
  { size, turn }: { readonly size: number; readonly turn: number },
): Promise<Pick<Artwork, 'id' | 'artist' | 'subject'>[]> {
  return await db.$queryRaw<Pick<Artwork, 'id' | 'artist' | 'subject'>[]>`
    WITH ready AS (SELECT count(*)::integer AS total FROM artworks WHERE state = 'ready')
    SELECT id, artist, subject FROM artworks WHERE state = 'ready' ORDER BY created_at DESC, id
    LIMIT ${size}::integer OFFSET (
      SELECT greatest(0, least(total - ${size}::integer,
        ${size}::integer * (${turn}::integer % greatest(1, ceil(total / ${size}::numeric)::integer)))) FROM ready)`;
}

/**
 * How many works each value would leave, most first. A facet's own choice does not narrow its own counts.
 * @param exceptIds works that are not counted: those that a search starts from
 */
export async function countFacets(
  db: DatabaseClient,
  filter: ArtworkFilter,
  exceptIds: readonly string[] = [],
): Promise<Facets> {
  const text = await resolveText(db, filter.text);
  const countValues = (name: FacetName) => db.$queryRaw<FacetValue[]>`
    SELECT value::text AS value, count(*)::integer AS count FROM ${valuesOfWorks(name)}
    WHERE ${whereMatches({ ...filter, text }, shown, name)} AND value IS NOT NULL AND id <> ALL(${[...exceptIds]}::text[])
    GROUP BY value ORDER BY 2 DESC, 1 LIMIT ${facetValuesMax}`;
  // Side by side: at 20,000 works each takes some 20 ms of a core.
  const [artist, movement, subject, century] = await Promise.all([
    countValues('artist'),
    countValues('movement'),
    countValues('subject'),
    countValues('century'),
  ]);
  return { artist, movement, subject, century };
}

/** The works with a facet's value; a work of 1790 to 1810 counts in two centuries. */
function valuesOfWorks(name: FacetName): Prisma.Sql {
  return name === 'century'
    ? Prisma.sql`artworks, unnest(centuries) AS value`
    : Prisma.sql`(SELECT *, ${Prisma.raw(name)} AS value FROM artworks) AS artworks`;
}

/** The ids of all ready works that the filter leaves, in no order; of more than `limit`, so many. */
export async function matchingIds(
  db: DatabaseClient,
  filter: ArtworkFilter,
  limit: number | null = null,
): Promise<string[]> {
  const where = whereMatches({ ...filter, text: await resolveText(db, filter.text) }, shown);
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
    await saveArtist(transaction, details.artist);
    const [row] = await transaction.artwork.updateManyAndReturn({
      where: { id },
      data: detailColumns(details),
      include: { image: true },
    });
    if (row === undefined) throw new Problem('not-found', `There is no work with the id "${id}".`);
    return artworkOf(row);
  });
}

/**
 * Gives a work another picture; it is `pending` until its features are found.
 *
 * @returns the key of the picture it had if nothing needs that any more, for the image store to delete; else null
 * @throws Problem `not-found`
 */
export async function replaceArtworkImage(
  db: DatabaseClient,
  id: string,
  image: ArtworkImage,
): Promise<string | null> {
  return await inTransaction(db, async (transaction) => {
    await saveImage(transaction, image);
    const before = await findArtwork(transaction, id);
    if (before === null) throw new Problem('not-found', `There is no work with the id "${id}".`);
    await transaction.artwork.update({
      where: { id },
      data: { imageKey: image.key, state: 'pending', failure: null },
    });
    if (before.image.key === image.key) return null;
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

export async function countArtworks(db: DatabaseClient): Promise<Record<ArtworkState, number>> {
  const groups = await db.artwork.groupBy({ by: ['state'], _count: true });
  const counts = { pending: 0, ready: 0, failed: 0 };
  for (const { state, _count } of groups) counts[state] = _count;
  return counts;
}

async function saveArtist(db: DatabaseClient, name: string | null): Promise<void> {
  if (name !== null) await db.artist.createMany({ data: [{ name }], skipDuplicates: true });
}

function orderBy(sort: ArtworkSort, text: TextQuery | null): Prisma.Sql {
  switch (sort) {
    case 'newest':
      return Prisma.sql`created_at DESC`;
    case 'title':
      return Prisma.sql`gafu_fold(title)`;
    case 'artist':
      return Prisma.sql`gafu_fold(artist) NULLS LAST, year NULLS LAST`;
    case 'year':
      return Prisma.sql`year NULLS LAST`;
    case 'relevance':
      // Postgres takes a constant for the number of a column.
      return text === null || text.words.length === 0
        ? Prisma.sql`created_at DESC`
        : Prisma.sql`${relevance(text)} DESC, created_at DESC`;
  }
}
