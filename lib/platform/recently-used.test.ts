import { recentlyUsed } from './recently-used';

test('the least recently used is dropped first', () => {
  const used = recentlyUsed<number>(2);
  used.set('a', 1);
  used.set('b', 2);
  expect(used.get('a')).toBe(1);
  used.set('c', 3);
  expect(['a', 'b', 'c'].map((key) => used.get(key))).toEqual([1, undefined, 3]);
});

test('a key that is set again keeps its last value', () => {
  const used = recentlyUsed<number>(2);
  for (const value of [1, 2, 3]) used.set('a', value);
  used.set('b', 4);
  expect([used.get('a'), used.get('b')]).toEqual([3, 4]);
});
