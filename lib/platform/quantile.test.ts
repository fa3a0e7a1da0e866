import { median, quantile } from './quantile';

test.each([
  [[1, 2, 3, 4], 0, 1],
  [[1, 2, 3, 4], 1, 4],
  [[1, 2, 3, 4], 0.5, 2.5],
  [[1, 2, 3, 4], 0.1, 1.3],
  [[7], 0.95, 7],
  [[], 0.5, 0],
])('Of %j the quantile %d is %d, as R and NumPy compute it', (sorted, share, expected) => {
  expect(quantile(sorted, share)).toBeCloseTo(expected, 12);
});

test('The median sorts by value, not as text', () => {
  expect(median([10, 9, 1])).toBe(9);
});
