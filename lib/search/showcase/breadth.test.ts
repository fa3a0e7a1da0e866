import { broadestWorks } from './breadth';
import { similaritiesOf } from './similarities';

/** On a circle, at these degrees. */
const at = (...degrees: number[]) =>
  similaritiesOf(degrees.map((one) => Float32Array.of(Math.cos(rad(one)), Math.sin(rad(one)))));
const rad = (degrees: number) => (degrees * Math.PI) / 180;
const all = (count: number) => Array.from({ length: count }, (_, work) => work);

test('one work of each group comes first', async () => {
  const artists = all(6).map((work) => `artist ${work}`);
  const chosen = await broadestWorks(await at(0, 2, 4, 120, 121, 240), artists, all(6), 3);
  const groups = [0, 0, 0, 1, 1, 2];
  expect(new Set(chosen.map((work) => groups[work]))).toEqual(new Set([0, 1, 2]));
});

test('no artist comes twice before every artist has come once', async () => {
  const works = await at(0, 120, 240, 10);
  expect((await broadestWorks(works, ['a', 'a', 'a', 'b'], all(4), 4)).slice(0, 2)).toContain(3);
});

test('works without a known artist are as if each had one of its own', async () => {
  const works = await at(0, 120, 240);
  expect(new Set(await broadestWorks(works, [null, null, null], all(3), 3))).toEqual(new Set([0, 1, 2]));
});

test('only candidates are chosen, and no more than there are', async () => {
  expect(await broadestWorks(await at(0, 90, 180), ['a', 'b', 'c'], [1], 5)).toEqual([1]);
  expect(await broadestWorks(await at(), [], [], 5)).toEqual([]);
});
