import { justifiedRows } from './justified-rows';

test('rows are about as wide as asked for, and end when there are enough', () => {
  const ratios = [1, 1.5, 1.6, 0.7, 2, 1.2, 1, 1, 1, 1, 1, 1];
  const { starts, count } = justifiedRows(ratios, 4, 2);
  expect(starts).toEqual([0, 3]);
  expect(count).toBe(6);
});

test('a short last row is left out, and one that is nearly full is not', () => {
  expect(justifiedRows([2, 2, 1], 4, 3)).toEqual({ starts: [0], count: 2 });
  expect(justifiedRows([2, 2, 2, 1], 4, 3)).toEqual({ starts: [0, 2], count: 4 });
});

test('a few works are all in one row, however short', () => {
  expect(justifiedRows([0.8], 4, 3)).toEqual({ starts: [0], count: 1 });
  expect(justifiedRows([], 4, 3)).toEqual({ starts: [], count: 0 });
});
