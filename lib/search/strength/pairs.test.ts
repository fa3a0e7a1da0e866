import { samplePairs } from './pairs';

/** Unit vectors in the plane: the cosine of two is that of the angle between them. */
const at = (...degrees: number[]) =>
  degrees.map((angle) =>
    Float32Array.of(Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)),
  );
const rounded = (cosines: readonly number[]) =>
  [...new Set(cosines.map((cosine) => Number(cosine.toFixed(3))))].sort();
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

test('pairs are of two works, at random or within a label', () => {
  const { random, same } = samplePairs({ vectors: at(0, 60, 180), labels: ['a', 'a', 'b'] }, 300);
  expect([random.length, same.length]).toEqual([300, 300]);
  expect(rounded(random)).toEqual([-0.5, -1, 0.5]);
  expect(rounded(same)).toEqual([0.5]);
});

test('the same seed draws the same pairs, another seed others', () => {
  const pool = { vectors: at(0, 10, 30, 70, 150), labels: ['a', 'a', 'a', 'b', 'b'] };
  expect(samplePairs(pool, 50, 7)).toEqual(samplePairs(pool, 50, 7));
  expect(samplePairs(pool, 50, 7)).not.toEqual(samplePairs(pool, 50, 8));
});

test('a label counts by its works, not by its pairs', () => {
  // Nine works of a lie together (36 pairs), two of b at a right angle (1 pair): 9 draws of 11, not 36 of 37.
  const pool = {
    vectors: at(...Array<number>(9).fill(0), 0, 90),
    labels: [...Array<string>(9).fill('a'), 'b', 'b'],
  };
  expect(mean(samplePairs(pool, 20_000).same)).toBeCloseTo(9 / 11, 1);
});

test('works that are not asked are never first, and copies of one picture are no pair', () => {
  const vectors = at(0, 0, 90);
  const pool = {
    vectors,
    labels: ['a', 'a', 'a'],
    isAsked: (index: number) => index === 0,
    isSamePicture: (a: number, b: number) => a + b === 1,
  };
  const { random, same } = samplePairs(pool, 40);
  expect([rounded(random), rounded(same)]).toEqual([[0], [0]]);
});

test.each([
  ['one work', at(0), ['a'], 0, 0],
  ['no work with a label', at(0, 90), [null, ''], 20, 0],
  ['no label twice', at(0, 90), ['a', 'b'], 20, 0],
])('%s gives what it can', (_, vectors, labels, randomCount, sameCount) => {
  const { random, same } = samplePairs({ vectors, labels }, 20);
  expect([random.length, same.length]).toEqual([randomCount, sameCount]);
});
