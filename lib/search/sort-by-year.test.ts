import { sortedByYear } from './sort-by-year';

const hits = ['a', 'b', 'c', 'd', 'e'].map((artworkId, i) => ({ artworkId, score: 1 - i / 10, cosines: {} }));
const years = { a: null, b: 1880, c: -500, d: 1880, e: null } as const;
const artworks = new Map(Object.entries(years).map(([id, year]) => [id, { year }]));

test('the oldest come first, works without a year last, and of one year the nearest first', () => {
  expect(sortedByYear(hits, artworks).map(({ artworkId }) => artworkId)).toEqual(['c', 'b', 'd', 'a', 'e']);
});
