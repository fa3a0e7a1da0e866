import { type DatabaseClient } from './database';
import { Prisma } from './prisma/client';

/** Fields of works whose values repeat. */
export const suggestedFields = [
  'movements',
  'genres',
  'subjects',
  'medium',
  'technique',
  'objectKind',
  'collection',
  'creditLine',
  'placeMade',
  'role',
] as const;
export type SuggestedField = (typeof suggestedFields)[number];

const several = (column: Prisma.Sql) => Prisma.sql`artworks, unnest(${column}) AS value`;
const one = (column: Prisma.Sql) => Prisma.sql`(SELECT ${column} AS value FROM artworks) AS found`;

const sources: Readonly<Record<SuggestedField, Prisma.Sql>> = {
  movements: several(Prisma.sql`movements`),
  genres: several(Prisma.sql`genres`),
  subjects: several(Prisma.sql`subjects`),
  medium: one(Prisma.sql`medium`),
  technique: one(Prisma.sql`technique`),
  objectKind: one(Prisma.sql`object_kind`),
  collection: one(Prisma.sql`collection`),
  creditLine: one(Prisma.sql`credit_line`),
  placeMade: one(Prisma.sql`place_made`),
  role: Prisma.sql`(SELECT role AS value FROM attributions) AS found`,
};

/**
 * Values that works have in a field and that contain `text`, however it is accented: those that begin with it first, then
 * the most frequent.
 */
export async function suggestValues(
  db: DatabaseClient,
  field: SuggestedField,
  text: string,
  limit: number,
): Promise<{ value: string; works: number }[]> {
  const wanted = text.replaceAll('\0', '').trim();
  return await db.$queryRaw<{ value: string; works: number }[]>`
    WITH counted AS (
      SELECT value, count(*)::integer AS works FROM ${sources[field]} WHERE value IS NOT NULL GROUP BY value
    )
    SELECT value, works FROM counted, gafu_fold(${wanted}) AS wanted
    WHERE strpos(gafu_fold(value), wanted) > 0
    ORDER BY strpos(gafu_fold(value), wanted) > 1, works DESC, value LIMIT ${limit}`;
}
