import { yearRange } from './artwork-rows';
import { type Database } from './database';

const batchSize = 1_000;

interface CarriedYear {
  readonly id: string;
  readonly dateText: string;
  readonly year: number;
}

/**
 * Reads the dates of works from before there were ranges of years: the migration could only carry their single year
 * over. Works that were changed since are left alone, and so are those whose date begins with another year than theirs,
 * which a curator may have given. May be called any number of times.
 * @returns how many works now have the range that their date says
 */
export async function refineCarriedYears(db: Database): Promise<number> {
  let refined = 0;
  for (let afterId = ''; ;) {
    const works = await db.$queryRaw<CarriedYear[]>`
      SELECT id, date_text AS "dateText", year FROM artworks
      WHERE id > ${afterId} AND date_text IS NOT NULL AND year_from = year AND year_to = year
        AND updated_at < (SELECT finished_at FROM _prisma_migrations WHERE migration_name = '20261126030000_year_ranges')
      ORDER BY id LIMIT ${batchSize}`;
    const last = works.at(-1);
    if (last === undefined) return refined;
    afterId = last.id;
    for (const { id, dateText, year } of works) {
      const { yearFrom, yearTo } = yearRange(dateText, year);
      if (yearFrom === year && yearTo === year) continue;
      refined += await db.$executeRaw`
        UPDATE artworks SET year_from = ${yearFrom}, year_to = ${yearTo}, updated_at = now()
        WHERE id = ${id} AND date_text = ${dateText} AND year = ${year}`;
    }
  }
}
