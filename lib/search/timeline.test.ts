import { periodsOf } from './timeline';

const periods = (...years: (number | null)[]) => periodsOf(years, (year) => year);

test('works are put in decades if they were made within a century', () => {
  expect(periods(1895, 1874, 1871, null)).toEqual({
    periods: [
      { from: 1870, to: 1879, works: [1874, 1871] },
      { from: 1890, to: 1899, works: [1895] },
    ],
    undated: [null],
  });
});

test('the longer the time, the longer the periods: never more than ten', () => {
  const many = periods(...Array.from({ length: 60 }, (_, i) => 1400 + i * 10));
  expect(many.periods.length).toBeLessThanOrEqual(10);
  expect(many.periods[0]).toMatchObject({ from: 1400, to: 1499 });
  expect(many.periods.flatMap(({ works }) => works)).toHaveLength(60);
});

test('there is no year 0', () => {
  const { periods: found } = periods(-1, 1, -10, 10);
  expect(found).toEqual([
    { from: -11, to: -2, works: [-10] },
    { from: -1, to: 9, works: [-1, 1] },
    { from: 10, to: 19, works: [10] },
  ]);
});

test('without dates there are no periods', () => {
  expect(periods(null, null)).toEqual({ periods: [], undated: [null, null] });
});
