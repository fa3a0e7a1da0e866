import { toUnitLength } from '@/lib/vision/descriptor';
import { dot } from '@/lib/vision/dot';
import { expandedQuery, neighbourCount, rerank } from './query-expansion';

const unit = (...values: number[]) => toUnitLength(Float32Array.from(values));

test('the expanded query is the mean of the query and its neighbours, each counted by its cosine', () => {
  const query = unit(1, 0);
  expect([...expandedQuery(query, [])]).toEqual([1, 0]);
  const [x = 0, y = 0] = expandedQuery(query, [unit(3, 4)]);
  expect(x).toBeCloseTo((1 + 0.6 * 0.6) / 1.6, 6);
  expect(y).toBeCloseTo((0.6 * 0.8) / 1.6, 6);
});

test('a neighbour on the other side, and one behind the first few, count nothing', () => {
  const query = unit(1, 0);
  expect([...expandedQuery(query, [unit(-1, 0.5)])]).toEqual([1, 0]);
  const same = Array.from({ length: neighbourCount }, () => query);
  expect([...expandedQuery(query, [...same, unit(0, 1)])]).toEqual([1, 0]);
});

test('what is like the other near works comes before what is alone, and the nearest stays first', () => {
  const query = unit(1, 0, 0);
  const alone = unit(1, 0.9, 0);
  const together = [unit(1, 0, 1.01), unit(1, 0, 1.02), unit(1, 0, 1.03)];
  const nearest = [unit(1, 0.5, 0), alone, ...together];
  expect(rerank(query, nearest).map(({ index }) => index)).toEqual([0, 2, 3, 4, 1]);
});

describe('a query that shows the nearest work', () => {
  const painting = unit(1, 0, 0, 0);
  const likePainting = [unit(1, 0, 1, 0), unit(1, 0, 1.1, 0)];
  const photograph = unit(1, 0.6, 0, 0);
  const likePhotograph = [unit(0.6, 1, 0, 0.9), unit(0.6, 1, 0, 1), unit(0.6, 1, 0, 1.1)];

  test('finds what the work finds', () => {
    const nearest = [painting, ...likePhotograph, ...likePainting];
    expect(rerank(photograph, nearest).map(({ index }) => index)).toEqual([0, 4, 5, 1, 2, 3]);
  });

  test('is asked for itself if the next work is nearly as near', () => {
    const nearest = [painting, unit(1, 0.1, 0.1, 0), ...likePhotograph];
    const expanded = expandedQuery(photograph, nearest);
    expect(rerank(photograph, nearest).at(-1)?.score).toBeCloseTo(dot(expanded, likePhotograph[2] ?? []), 6);
  });
});

test('equal works keep their order', () => {
  const query = unit(1, 0);
  expect(rerank(query, [query, query, query]).map(({ index }) => index)).toEqual([0, 1, 2]);
  expect(rerank(query, [])).toEqual([]);
});
