import { distributionOf, histogram, quantileAt, shareBelow, sharesPercent } from './distribution';

/** The values 0, 0.001 … 1: the share below x is x. */
const even = distributionOf(Array.from({ length: 1001 }, (_, i) => i / 1000));

test('keeps as many quantiles as there are shares, from the least to the greatest', () => {
  expect(even.count).toBe(1001);
  expect(even.quantiles).toHaveLength(sharesPercent.length);
  expect([even.quantiles[0], even.quantiles.at(-1)]).toEqual([0, 1]);
});

test.each([
  [-1, 0],
  [0.25, 0.25],
  [0.997, 0.997],
  [0.9995, 0.9995],
  [1, 1],
  [2, 1],
])('of evenly spread cosines the share below %d is %d', (cosine, share) => {
  expect(shareBelow(even, cosine)).toBeCloseTo(share, 10);
});

test('four values by hand: linear between the sorted neighbours', () => {
  const four = distributionOf([0.4, 0.1, 0.2, 0.3]);
  expect(quantileAt(four, 50)).toBeCloseTo(0.25, 12);
  // 99.5 % of the way from the first to the last is 2.985 steps of 0.1.
  expect(quantileAt(four, 99.5)).toBeCloseTo(0.1 + 0.2985, 12);
  expect(shareBelow(four, 0.25)).toBeCloseTo(0.5, 12);
});

test('quantile and share are each other’s inverse', () => {
  const skewed = distributionOf(Array.from({ length: 500 }, (_, i) => (i / 499) ** 3));
  for (const percent of [0.3, 5, 42.5, 97, 99.7])
    expect(100 * shareBelow(skewed, quantileAt(skewed, percent))).toBeCloseTo(percent, 9);
});

test('equal values are one step', () => {
  const same = distributionOf([0.5, 0.5, 0.5]);
  expect([shareBelow(same, 0.49), shareBelow(same, 0.5)]).toEqual([0, 1]);
});

test('a histogram shares out all pairs between its edges', () => {
  const shares = histogram(even, [0, 0.5, 0.75, 1]);
  expect(shares.map((share) => Number(share.toFixed(6)))).toEqual([0.5, 0.25, 0.25]);
});
