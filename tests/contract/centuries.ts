import { type IndexAnswer, type IndexRequest } from '@/lib/search/search-index';
import { type NewWork } from './collection';

/** Adds works whose dates touch several centuries, and expects the index to find them in each, and by years. */
export async function expectCenturies(
  addMany: (count: number, given: NewWork) => Promise<unknown>,
  ask: (rest: Partial<IndexRequest>) => Promise<IndexAnswer>,
): Promise<void> {
  await addMany(1, { details: { dateText: '1790–1810', year: 1790 } });
  await addMany(1, { details: { dateText: '1805', year: 1805 } });
  await addMany(1, { details: { dateText: '2nd–1st century B.C.', year: -200 } });
  await addMany(1, { details: { dateText: 'before 1850', year: 1850 } });
  const { facets } = await ask({ withFacets: true });
  expect(facets?.century.toSorted((a, b) => Number(a.value) - Number(b.value))).toEqual([
    { value: '-2', count: 1 },
    { value: '-1', count: 1 },
    { value: '18', count: 1 },
    { value: '19', count: 3 },
  ]);
  const count = async (century: string) => (await ask({ filter: { facets: { century: [century] } } })).total;
  expect([await count('18'), await count('19'), await count('-1'), await count('17')]).toEqual([1, 3, 1, 0]);

  await addMany(1, { details: { dateText: null, year: null } });
  const between = async (from: number | null, to: number | null) => {
    const { total, hits, facets } = await ask({ filter: { years: { from, to } }, withFacets: true });
    expect(hits).toHaveLength(total);
    expect(facets?.artist.reduce((sum, { count }) => sum + count, 0)).toBe(total);
    return total;
  };
  expect(await between(1800, 1809)).toBe(2);
  expect(await between(1806, 1806)).toBe(1);
  expect(await between(1811, 1900)).toBe(1);
  expect(await between(null, -1)).toBe(1);
  expect(await between(-150, null)).toBe(4);
  expect(await between(1851, null)).toBe(0);
}
