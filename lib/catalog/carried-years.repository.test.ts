import { addWork } from '@/tests/support/artworks';
import { useTestDatabase } from '@/tests/support/database';
import { refineCarriedYears } from './carried-years.repository';

const postgres = useTestDatabase();

/** A work as it was left by the migration: one year, and a date that says more. */
async function carriedOver(dateText: string, year: number): Promise<string> {
  const { id } = await addWork(postgres.db, { title: dateText, dateText, year });
  await postgres.db.$executeRaw`
    UPDATE artworks SET year_from = ${year}, year_to = ${year}, updated_at = '2026-11-01' WHERE id = ${id}`;
  return id;
}

const rangeOf = async (id: string) => {
  const { yearFrom, yearTo } = await postgres.db.artwork.findUniqueOrThrow({ where: { id } });
  return [yearFrom, yearTo];
};

test('works from before ranges get the range that their date says, once; given years and later changes stay', async () => {
  const range = await carriedOver('1830–32', 1830);
  const open = await carriedOver('before 1650', 1650);
  const single = await carriedOver('1889', 1889);
  const given = await carriedOver('19th century', 1872);
  const { id: later } = await addWork(postgres.db, { title: 'later', dateText: '1700–1710', year: 1700 });
  await postgres.db.$executeRaw`UPDATE artworks SET year_from = 1700, year_to = 1700 WHERE id = ${later}`;

  expect(await refineCarriedYears(postgres.db)).toBe(2);
  expect(await rangeOf(range)).toEqual([1830, 1832]);
  expect(await rangeOf(open)).toEqual([null, 1650]);
  expect(await rangeOf(single)).toEqual([1889, 1889]);
  expect(await rangeOf(given)).toEqual([1872, 1872]);
  expect(await rangeOf(later)).toEqual([1700, 1700]);
  const { centuries } = await postgres.db.artwork.findUniqueOrThrow({ where: { id: range } });
  expect(centuries).toEqual([19]);
  expect(await refineCarriedYears(postgres.db)).toBe(0);
});
