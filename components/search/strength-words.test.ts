import { distributionOf } from '@/lib/search/strength/distribution';
import { percentLabel, strengthReach, strengthText, weakLineText } from './strength-words';

test.each([
  [0, '0 %'],
  [42.9, '42 %'],
  [98.99, '98 %'],
  [99.7, '99.7 %'],
  [99.78, '99.7 %'],
  [99.96, '99.9 %'],
  [100, '99.9 %'],
])('%d is told as %s', (percentile, label) => {
  expect(percentLabel(percentile)).toBe(label);
});

test.each([
  [0, 0],
  [90, 1 / 3],
  [99, 2 / 3],
  [99.9, 1],
  [100, 1],
])('a strength of %d %% reaches %d of its scale', (percentile, reach) => {
  expect(strengthReach(percentile)).toBeCloseTo(reach, 9);
});

test('a strength says against what it is held, and never how alike two works are', () => {
  expect(strengthText({ percentile: 99.7, weak: false }, 'collection')).toBe(
    'Closer than 99.7 % of pairs in this collection',
  );
  expect(strengthText({ percentile: 60, weak: true }, 'shipped')).toBe(
    'Weak match: closer than 60 % of pairs of the works it was measured on',
  );
});

test('the line says why what follows it is weak', () => {
  const random = distributionOf([0, 1]);
  const scale = { spaceId: 'a', source: 'collection', random, same: random, label: 'subject' } as const;
  const likelihood = { ...scale, line: { cosine: 0.5, rule: 'likelihood' } } as const;
  const rarity = { ...scale, line: { cosine: 0.5, rule: 'rarity' } } as const;
  expect(weakLineText(['content'], { content: likelihood })).toMatch(/of one subject/);
  expect(weakLineText(['content'], { content: rarity })).toMatch(/one pair in twenty/);
  expect(weakLineText(['style', 'content'], { style: rarity, content: rarity })).toMatch(
    /style or in content/,
  );
});
