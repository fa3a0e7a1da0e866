import { type DatabaseClient } from './database';
import { Prisma } from './prisma/client';

/** What harvesters are told of a work: when it changed last, or that it is gone. */
export interface HarvestRecord {
  readonly artworkId: string;
  /** In whole seconds. */
  readonly changedAt: Date;
  readonly isDeleted: boolean;
  readonly collection: string | null;
  readonly movements: readonly string[];
}

/** Fields of a work whose values are sets of records. */
export const harvestFields = ['collection', 'movement'] as const;
export type HarvestField = (typeof harvestFields)[number];

/** Which records a list holds; all bounds belong to it. */
export interface HarvestRange {
  readonly from: Date | null;
  readonly until: Date | null;
  /** Works with one of these values. */
  readonly among: { readonly field: HarvestField; readonly values: readonly string[] } | null;
}

/** The place after a record, in the order of lists. */
export type HarvestPlace = Pick<HarvestRecord, 'changedAt' | 'artworkId'>;

/** Records by the time of their last change, from a place on. */
export async function listHarvestRecords(
  db: DatabaseClient,
  range: HarvestRange,
  { after, limit }: { readonly after: HarvestPlace | null; readonly limit: number },
): Promise<HarvestRecord[]> {
  const onwards =
    after === null
      ? Prisma.sql`true`
      : Prisma.sql`(changed_at, artwork_id) > (${after.changedAt}::timestamptz, ${after.artworkId})`;
  return await db.$queryRaw<HarvestRecord[]>`
    SELECT artwork_id AS "artworkId", changed_at AS "changedAt", is_deleted AS "isDeleted", collection, movements
    FROM harvest_records WHERE ${inRange(range)} AND ${onwards}
    ORDER BY changed_at, artwork_id LIMIT ${limit}`;
}

export async function countHarvestRecords(db: DatabaseClient, range: HarvestRange): Promise<number> {
  const [row] = await db.$queryRaw<{ total: number }[]>`
    SELECT count(*)::integer AS total FROM harvest_records WHERE ${inRange(range)}`;
  return row?.total ?? 0;
}

export async function findHarvestRecord(
  db: DatabaseClient,
  artworkId: string,
): Promise<HarvestRecord | null> {
  return await db.harvestRecord.findUnique({ where: { artworkId } });
}

/** When the oldest of all records changed last; null if there are none. */
export async function oldestHarvestRecord(db: DatabaseClient): Promise<Date | null> {
  const { _min } = await db.harvestRecord.aggregate({ _min: { changedAt: true } });
  return _min.changedAt;
}

/** The values of a field in all records, in order. */
export async function harvestValues(db: DatabaseClient, field: HarvestField): Promise<string[]> {
  const rows =
    field === 'collection'
      ? await db.$queryRaw<{ value: string }[]>`
          SELECT DISTINCT collection AS value FROM harvest_records WHERE collection IS NOT NULL ORDER BY 1`
      : await db.$queryRaw<{ value: string }[]>`
          SELECT DISTINCT unnest(movements) AS value FROM harvest_records ORDER BY 1`;
  return rows.map(({ value }) => value);
}

/** The addresses of public works with the time of their last change, a page of a stable order. */
export async function listPublicWorks(
  db: DatabaseClient,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<{ id: string; title: string; changedAt: Date }[]> {
  return await db.$queryRaw`
    SELECT id, title, changed_at AS "changedAt" FROM artworks JOIN harvest_records ON artwork_id = id
    WHERE is_public ORDER BY created_at, id OFFSET ${offset} LIMIT ${limit}`;
}

function inRange({ from, until, among }: HarvestRange): Prisma.Sql {
  return Prisma.join(
    [
      from === null ? Prisma.sql`true` : Prisma.sql`changed_at >= ${from}::timestamptz`,
      until === null ? Prisma.sql`true` : Prisma.sql`changed_at <= ${until}::timestamptz`,
      ...(among === null ? [] : [isAmong(among.field, among.values)]),
    ],
    ' AND ',
  );
}

function isAmong(field: HarvestField, values: readonly string[]): Prisma.Sql {
  return field === 'collection'
    ? Prisma.sql`collection = ANY(${[...values]}::text[])`
    : Prisma.sql`movements && ${[...values]}::text[]`;
}
