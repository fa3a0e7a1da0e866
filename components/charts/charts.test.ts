import { createFormatter } from 'next-intl';
import { english } from '@/tests/support/english';
import { confusionRows, takenFor } from './confusion-rows';
import { densityPath, smoothed } from './density-path';
import { interval, percent } from './figures';

test('the labels with most queries come first, and other labels are put together', () => {
  const rows = confusionRows(
    {
      labels: ['Cubism', 'Fauvism', 'Ukiyo-e'],
      queries: [10, 2, 30],
      shares: [
        [0.5, 0.2, 0.3],
        [0.1, 0.8, 0.1],
        [0.25, 0, 0.75],
      ],
    },
    2,
  );
  expect(rows.map(({ label, queries }) => [label, queries])).toEqual([
    ['Ukiyo-e', 30],
    ['Cubism', 10],
  ]);
  expect(rows[0]?.shares).toEqual([0.75, 0.25, 0]);
  expect(rows[1]?.shares[0]).toBe(0.3);
  expect(rows[1]?.shares[2]).toBeCloseTo(0.2, 12);
  expect(takenFor(rows, 1)).toEqual({ label: 'Ukiyo-e', share: 0.3 });
  expect(takenFor(rows, 7)).toBeNull();
});

test('a curve goes through the middle of its bins, the highest at the top', () => {
  expect(smoothed([0, 1, 0])).toEqual([0.25, 0.5, 0.25]);
  expect(densityPath([0, 1, 0], 0.5)).toBe('M0 100L16.67 50.00L50.00 0.00L83.33 50.00L100 100');
});

test('shares are printed as whole percentages, with a decimal near the ends', () => {
  const format = createFormatter(english);
  expect([0.633, 0.0345, 0.999, 0, 1].map((share) => percent(format, share))).toEqual([
    '63%',
    '3.5%',
    '99.9%',
    '0%',
    '100%',
  ]);
  expect(interval(format, { low: 0.564, high: 0.692 })).toBe('56–69%');
});
