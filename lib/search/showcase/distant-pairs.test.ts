import { distantPairs } from './distant-pairs';
import { similaritiesOf } from './similarities';

const at = (...degrees: number[]) =>
  similaritiesOf(
    degrees.map((one) => Float32Array.of(Math.cos((one * Math.PI) / 180), Math.sin((one * Math.PI) / 180))),
  );
const work = (artist: string, year: number | null, subject: string | null = null) => ({
  artist,
  year,
  subject,
  movement: subject && `movement of ${artist}`,
});

test('the nearest in style that are far apart in time come first, each work and artist once', async () => {
  const works = [work('a', 1500), work('b', 1530), work('c', 1900), work('d', 1890), work('c', 1905)];
  const pairs = await distantPairs(await at(0, 15, 20, 40, 35), works, 10);
  expect(pairs.map((pair) => pair.works)).toEqual([
    [0, 2],
    [1, 3],
  ]);
  expect(pairs.map(({ yearsApart }) => yearsApart)).toEqual([400, 360]);
  expect(pairs[0]?.cosine).toBeCloseTo(Math.cos((20 * Math.PI) / 180));
});

test('without dates it is the subject and the movement that differ', async () => {
  const works = [work('a', null, 'sea'), work('b', null, 'cat'), work('c', null, 'sea')];
  expect(await distantPairs(await at(0, 15, 14), works, 10)).toMatchObject([
    { works: [0, 1], yearsApart: null },
  ]);
});

test.each([
  ['by one artist', [work('a', 1500), work('a', 1600)], 20],
  ['by nobody known', [{ ...work('', 1500), artist: null }, work('b', 1900)], 20],
  ['of one time, and nothing else is known', [work('a', 1500), work('b', 1510)], 20],
  ['that are one picture twice', [work('a', 1500), work('b', 1900)], 1],
])('works %s make no pair', async (_, works, degrees) => {
  expect(await distantPairs(await at(0, degrees), works, 10)).toEqual([]);
});
