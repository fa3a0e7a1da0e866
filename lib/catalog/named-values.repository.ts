import { valuesOfWorks, shownToVisitors, whereMatches } from './artwork-filter';
import { type DatabaseClient } from './database';
import { Prisma } from './prisma/client';
import { whileUnchanged } from './unchanged';

/** Facets whose values are names that people type. */
export const namedFacets = ['artist', 'movement', 'subject'] as const;

export interface NamedValue {
  readonly kind: (typeof namedFacets)[number];
  readonly value: string;
  /** How many works have it. */
  readonly works: number;
}

/** More are too many to look through for every letter that is typed. */
const valuesMax = 20_000;

/** All artists, movements and subjects of the works that visitors see, those of most works first. */
export function namedValues(db: DatabaseClient): Promise<readonly NamedValue[]> {
  const parts = namedFacets.map(
    (name) => Prisma.sql`
      SELECT ${name} AS kind, value, count(*)::integer AS works FROM ${valuesOfWorks(name)}
      WHERE ${whereMatches({ text: null }, shownToVisitors)} AND value IS NOT NULL GROUP BY value`,
  );
  return whileUnchanged(
    db,
    'named values',
    () => db.$queryRaw<NamedValue[]>`
      SELECT * FROM (${Prisma.join(parts, ' UNION ALL ')}) AS named ORDER BY works DESC, value COLLATE "C" LIMIT ${valuesMax}`,
  );
}
