import { type DatabaseClient } from './database';
import { type MakerDetails } from './maker';
import { Prisma } from './prisma/client';

/** A maker as curators keep it. */
export interface MakerRecord extends MakerDetails {
  readonly id: string;
  /** Grows with each edit. */
  readonly version: number;
}

export interface ListedMaker extends MakerRecord {
  /** How many works name it, in whatever role. */
  readonly works: number;
}

const columns = Prisma.sql`
  makers.id, makers.name, other_names AS "otherNames", birth_year AS "birthYear", death_year AS "deathYear",
  nationality, wikidata_id AS "wikidataId", ulan_id AS "ulanId", version,
  (SELECT count(DISTINCT artwork_id)::integer FROM attributions WHERE maker_id = makers.id) AS works`;

/** Makers whose name or another name contains `text`, however it is accented, by name. */
export async function listMakers(
  db: DatabaseClient,
  { text = '', offset, limit }: { readonly text?: string; readonly offset: number; readonly limit: number },
): Promise<{ makers: ListedMaker[]; total: number }> {
  const where = namesContain(text);
  const [makers, [count]] = await Promise.all([
    db.$queryRaw<ListedMaker[]>`
      SELECT ${columns} FROM makers WHERE ${where}
      ORDER BY gafu_fold(name), makers.id OFFSET ${offset} LIMIT ${limit}`,
    db.$queryRaw<{ total: number }[]>`SELECT count(*)::integer AS total FROM makers WHERE ${where}`,
  ]);
  return { makers, total: count?.total ?? 0 };
}

function namesContain(text: string): Prisma.Sql {
  const clean = text.replaceAll('\0', '').trim();
  if (clean === '') return Prisma.sql`true`;
  return Prisma.sql`strpos(gafu_fold(name || ' ' || gafu_joined(other_names)), gafu_fold(${clean})) > 0`;
}

export async function findMakerRecord(db: DatabaseClient, id: string): Promise<ListedMaker | null> {
  const [maker] = await db.$queryRaw<ListedMaker[]>`SELECT ${columns} FROM makers WHERE makers.id = ${id}`;
  return maker ?? null;
}

/** Their names by id. */
export async function makerNames(
  db: DatabaseClient,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db.maker.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true } });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Waits for whoever changes them, in the order of their ids. @param db the transaction's client */
export async function lockMakers(db: DatabaseClient, ids: readonly string[]): Promise<void> {
  await db.$queryRaw`SELECT FROM makers WHERE id = ANY(${[...ids]}) ORDER BY id FOR UPDATE`;
}

/** The records that a work credits, in the order of its makers. */
export async function creditedMakerIds(db: DatabaseClient, artworkId: string): Promise<string[]> {
  const rows = await db.attribution.findMany({
    where: { artworkId },
    orderBy: { position: 'asc' },
    select: { makerId: true },
  });
  return rows.map(({ makerId }) => makerId);
}

/**
 * Records that may be the same as others: one of the names of each is the same when case and accents are left out, and
 * no identifier or year of birth tells them apart.
 * @param options `of`: only those that may be the same as this record
 */
export async function likelyDuplicates(
  db: DatabaseClient,
  { of = null, limit }: { readonly of?: string | null; readonly limit: number },
): Promise<{ id: string; otherId: string }[]> {
  return await db.$queryRaw<{ id: string; otherId: string }[]>`
    WITH names AS (
      SELECT DISTINCT id, gafu_fold(regexp_replace(one, '[[:punct:][:space:]]+', ' ', 'g')) AS folded
      FROM makers, unnest(other_names || name) AS one
    )
    SELECT DISTINCT a.id, b.id AS "otherId" FROM names AS a JOIN names AS b USING (folded)
      JOIN makers AS first ON first.id = a.id JOIN makers AS second ON second.id = b.id
    WHERE (CASE WHEN ${of}::text IS NULL THEN a.id < b.id ELSE a.id = ${of}::text AND a.id <> b.id END)
      AND coalesce(first.wikidata_id = second.wikidata_id, true)
      AND coalesce(first.ulan_id = second.ulan_id, true)
      AND coalesce(first.birth_year = second.birth_year, true)
    ORDER BY 1, 2 LIMIT ${limit}`;
}

/** @throws an error of Prisma if another record has one of its identifiers */
export async function writeMaker(db: DatabaseClient, id: string, details: MakerDetails): Promise<void> {
  const { name, otherNames, birthYear, deathYear, nationality, wikidataId, ulanId } = details;
  await db.maker.update({
    where: { id },
    data: {
      name,
      otherNames: [...otherNames],
      birthYear,
      deathYear,
      nationality,
      wikidataId,
      ulanId,
      version: { increment: 1 },
    },
  });
}

/** Whoever has one of these identifiers already. */
export async function findByIdentifier(
  db: DatabaseClient,
  { wikidataId, ulanId }: Pick<MakerDetails, 'wikidataId' | 'ulanId'>,
  exceptId: string,
): Promise<{ id: string; name: string } | null> {
  const same = [...(wikidataId ? [{ wikidataId }] : []), ...(ulanId ? [{ ulanId }] : [])];
  if (same.length === 0) return null;
  return await db.maker.findFirst({
    where: { id: { not: exceptId }, OR: same },
    select: { id: true, name: true },
  });
}

/**
 * Gives a maker's works to another and deletes its record. A work that credits both alike keeps the first of the two.
 * @param db the transaction's client
 * @returns how many works were moved
 */
export async function moveWorks(db: DatabaseClient, fromId: string, toId: string): Promise<number> {
  const works = await db.attribution.findMany({
    where: { makerId: fromId },
    distinct: ['artworkId'],
    select: { artworkId: true },
  });
  // One statement moves them all; another takes away what then stands there twice.
  await db.$executeRaw`UPDATE attributions SET maker_id = ${toId} WHERE maker_id = ${fromId}`;
  await db.$executeRaw`
    DELETE FROM attributions AS later USING attributions AS earlier
    WHERE later.maker_id = ${toId} AND earlier.maker_id = ${toId} AND later.artwork_id = earlier.artwork_id
      AND earlier.position < later.position
      AND (earlier.role, earlier.qualifier) IS NOT DISTINCT FROM (later.role, later.qualifier)`;
  await db.$executeRaw`
    UPDATE artworks SET version = version + 1 WHERE id = ANY(${works.map(({ artworkId }) => artworkId)})`;
  await db.maker.delete({ where: { id: fromId } });
  return works.length;
}
