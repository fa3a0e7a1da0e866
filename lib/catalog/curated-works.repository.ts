import {
  type ArtworkFilter,
  type ArtworkState,
  artworkStates,
  type Publication,
  publications,
} from './artwork';
import { type CuratedWorks, type Shown, whereMatches } from './artwork-filter';
import { type DatabaseClient } from './database';
import { lacksField, type MissingField, missingFields } from './missing-fields';
import { Prisma } from './prisma/client';
import { resolveText } from './text-query';
import { whileUnchanged } from './unchanged';

/** A work and the version of it that somebody has seen. */
export interface WorkVersion {
  readonly id: string;
  readonly version: number;
}

/** A work that was changed, as it was before. */
export interface ChangedWork {
  readonly id: string;
  readonly title: string;
  readonly publication: Publication;
  readonly deletedAt: Date | null;
}

/** The works of a list, in the order of their ids. */
export async function findWorkVersions(
  db: DatabaseClient,
  filter: ArtworkFilter,
  shown: Shown,
): Promise<WorkVersion[]> {
  const where = whereMatches({ ...filter, text: await resolveText(db, filter.text) }, shown);
  return await db.$queryRaw<WorkVersion[]>`SELECT id, version FROM artworks WHERE ${where} ORDER BY id`;
}

/** Of these works those that exist, in the order of their ids. */
export async function findVersionsOf(
  db: DatabaseClient,
  ids: readonly string[],
  { deleted }: Pick<CuratedWorks, 'deleted'>,
): Promise<WorkVersion[]> {
  return await db.$queryRaw<WorkVersion[]>`
    SELECT id, version FROM artworks
    WHERE id = ANY(${[...ids]}::text[]) AND (deleted_at IS NOT NULL) = ${deleted}::boolean ORDER BY id`;
}

/** Keeps others from changing these works until the transaction ends. @returns their versions, in the order of their ids */
export async function lockWorks(transaction: DatabaseClient, ids: readonly string[]): Promise<WorkVersion[]> {
  return await transaction.$queryRaw<WorkVersion[]>`
    SELECT id, version FROM artworks WHERE id = ANY(${[...ids]}::text[]) ORDER BY id FOR UPDATE`;
}

export interface CuratedCounts {
  readonly publications: Readonly<Record<Publication, number>>;
  readonly states: Readonly<Record<ArtworkState, number>>;
  readonly missing: Readonly<Record<MissingField, number>>;
}

/**
 * How many works each value would leave. As with facets, a choice does not narrow its own counts.
 * @param shown with `curated`
 */
export async function countCurated(
  db: DatabaseClient,
  filter: ArtworkFilter,
  shown: Shown & { readonly curated: CuratedWorks },
): Promise<CuratedCounts> {
  return await whileUnchanged(db, JSON.stringify(['curated', filter, shown]), () => count(db, filter, shown));
}

async function count(
  db: DatabaseClient,
  filter: ArtworkFilter,
  { states, curated }: Shown & { readonly curated: CuratedWorks },
): Promise<CuratedCounts> {
  const open: Shown = { states: artworkStates, curated: { ...curated, publications, missing: [] } };
  const matches = whereMatches({ ...filter, text: await resolveText(db, filter.text) }, open);
  const isState = Prisma.sql`state = ANY(${[...states]}::artwork_state[])`;
  const isPublication = Prisma.sql`publication = ANY(${[...curated.publications]}::publication[])`;
  const isMissing =
    curated.missing.length === 0
      ? Prisma.sql`true`
      : Prisma.sql`(${Prisma.join(curated.missing.map(lacksField), ' OR ')})`;
  const counted = (name: string, ...conditions: readonly Prisma.Sql[]) =>
    Prisma.sql`count(*) FILTER (WHERE ${Prisma.join([...conditions], ' AND ')})::integer AS ${Prisma.raw(`"${name}"`)}`;
  const [row = {}] = await db.$queryRaw<Record<string, number>[]>`
    SELECT ${Prisma.join([
      ...publications.map((one) =>
        counted(one, Prisma.sql`publication = ${one}::publication`, isState, isMissing),
      ),
      ...artworkStates.map((one) =>
        counted(one, Prisma.sql`state = ${one}::artwork_state`, isPublication, isMissing),
      ),
      ...missingFields.map((one) => counted(one, lacksField(one), isState, isPublication)),
    ])} FROM artworks WHERE ${matches}`;
  const pick = <Name extends string>(names: readonly Name[]) =>
    Object.fromEntries(names.map((name) => [name, row[name] ?? 0])) as Record<Name, number>;
  return { publications: pick(publications), states: pick(artworkStates), missing: pick(missingFields) };
}

/** @returns the works that were not so published before, as they were */
export async function updatePublication(
  transaction: DatabaseClient,
  ids: readonly string[],
  publication: Publication,
): Promise<ChangedWork[]> {
  return await updated(
    transaction,
    Prisma.sql`publication = ${publication}::publication`,
    Prisma.sql`id = ANY(${[...ids]}::text[]) AND deleted_at IS NULL AND publication <> ${publication}::publication`,
  );
}

/** Sets when works were deleted, or with null that they are not. @returns those for which this is new, as they were */
export async function updateDeletedAt(
  transaction: DatabaseClient,
  ids: readonly string[],
  deletedAt: Date | null,
): Promise<ChangedWork[]> {
  return await updated(
    transaction,
    Prisma.sql`deleted_at = ${deletedAt}::timestamptz`,
    Prisma.sql`id = ANY(${[...ids]}::text[]) AND (deleted_at IS NULL) = ${deletedAt !== null}::boolean`,
  );
}

function updated(transaction: DatabaseClient, set: Prisma.Sql, where: Prisma.Sql): Promise<ChangedWork[]> {
  return transaction.$queryRaw<ChangedWork[]>`
    WITH before AS (SELECT id, title, publication, deleted_at FROM artworks WHERE ${where} ORDER BY id FOR UPDATE)
    UPDATE artworks SET ${set}, version = version + 1, updated_at = now() FROM before WHERE artworks.id = before.id
    RETURNING before.id, before.title, before.publication::text, before.deleted_at AS "deletedAt"`;
}

/**
 * New values of columns of many works, by the names that the columns have in Postgres. Their versions grow, even if
 * `columns` is empty.
 */
export async function updateColumns(
  transaction: DatabaseClient,
  rows: readonly Readonly<{ id: string } & Record<string, unknown>>[],
  columns: readonly string[],
): Promise<void> {
  const set = Prisma.raw(columns.map((column) => `${column} = changed.${column}, `).join(''));
  await transaction.$executeRaw`
    UPDATE artworks SET ${set} version = artworks.version + 1, updated_at = now()
    FROM jsonb_populate_recordset(NULL::artworks, ${JSON.stringify(rows)}::jsonb) AS changed
    WHERE artworks.id = changed.id`;
}

/** Ids of works that were deleted before `before`, the longest deleted first. */
export async function findDeletedBefore(db: DatabaseClient, before: Date, limit: number): Promise<string[]> {
  const rows = await db.artwork.findMany({
    where: { deletedAt: { lt: before } },
    orderBy: { deletedAt: 'asc' },
    take: limit,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
