import {
  type ArtworkFilter,
  type FacetName,
  facetNames,
  type Facets,
  type FacetValue,
  forEachFacet,
} from './artwork';
import {
  type ResolvedFilter,
  type Shown,
  shownToVisitors,
  valuesOfWorks,
  whereMatches,
} from './artwork-filter';
import { type DatabaseClient } from './database';
import { Prisma } from './prisma/client';
import { resolveText } from './text-query';
import { whileUnchanged } from './unchanged';

/** Of each facet the most frequent values only, so that no page lists ten thousand artists. */
const facetValuesMax = 500;
/** More are counted, so that leaving out a few works cannot change which values are the most frequent. */
const countedMax = 1_000;

/**
 * How many works each value would leave, most first. A facet's own choice does not narrow its own counts.
 * @param options `exceptIds`: works that are not counted: those that a search starts from
 */
export async function countFacets(
  db: DatabaseClient,
  filter: ArtworkFilter,
  { exceptIds = [], shown = shownToVisitors }: { exceptIds?: readonly string[]; shown?: Shown } = {},
): Promise<Facets> {
  const [all, except] = await Promise.all([
    whileUnchanged(db, JSON.stringify(['facets', filter, shown]), () => countValues(db, filter, shown)),
    exceptIds.length === 0
      ? null
      : whileUnchanged(db, JSON.stringify(['facets of', exceptIds, filter, shown]), () =>
          valuesOf(db, exceptIds, filter, shown),
        ),
  ]);
  return forEachFacet((name) => subtract(all[name], except?.[name] ?? []).slice(0, facetValuesMax));
}

async function countValues(db: DatabaseClient, filter: ArtworkFilter, shown: Shown): Promise<Facets> {
  const text = await resolveText(db, filter.text);
  // Side by side: at 20,000 works each takes some 20 ms of a core.
  const values = await Promise.all(
    facetNames.map(
      (name) => db.$queryRaw<FacetValue[]>`${counts(name, { ...filter, text }, shown)}
        ORDER BY 2 DESC, value::text COLLATE "C" LIMIT ${countedMax}`,
    ),
  );
  return forEachFacet((name) => values[facetNames.indexOf(name)] ?? []);
}

/** What these few works add to the counts, in one statement. */
async function valuesOf(
  db: DatabaseClient,
  ids: readonly string[],
  filter: ArtworkFilter,
  shown: Shown,
): Promise<Facets> {
  const text = await resolveText(db, filter.text);
  const among = Prisma.sql`id = ANY(${[...ids]}::text[])`;
  const parts = facetNames.map(
    (name) => Prisma.sql`
      SELECT ${name} AS name, counted.* FROM (${counts(name, { ...filter, text }, shown, among)}) AS counted`,
  );
  const rows = await db.$queryRaw<(FacetValue & { name: FacetName })[]>`${Prisma.join(parts, ' UNION ALL ')}`;
  return forEachFacet((name) =>
    rows.filter((row) => row.name === name).map(({ value, count }) => ({ value, count })),
  );
}

function counts(
  name: FacetName,
  filter: ResolvedFilter,
  shown: Shown,
  among: Prisma.Sql = Prisma.sql`true`,
): Prisma.Sql {
  return Prisma.sql`
    SELECT value::text AS value, count(*)::integer AS count FROM ${valuesOfWorks(name)}
    WHERE ${among} AND ${whereMatches(filter, shown, name)} AND value IS NOT NULL GROUP BY value`;
}

function subtract(all: readonly FacetValue[], except: readonly FacetValue[]): readonly FacetValue[] {
  if (except.length === 0) return all;
  const left = new Map(except.map(({ value, count }) => [value, count]));
  return all
    .map(({ value, count }) => ({ value, count: count - (left.get(value) ?? 0) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || compareBytes(a.value, b.value));
}

/** As the collation "C" orders them. */
function compareBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
