import { createTranslator } from 'next-intl';
import { distributionOf } from '@/lib/search/strength/distribution';
import { english } from '@/tests/support/english';
import { shownShare, strengthLevel, weakReason } from './strength-reach';

const t = createTranslator({ ...english, namespace: 'strength' });

test.each([
  [0, '0%'],
  [42.9, '42%'],
  [98.99, '98%'],
  [99.7, '99.7%'],
  [99.78, '99.7%'],
  [99.96, '99.9%'],
  [100, '99.9%'],
])('%d is shown as %s', (percentile, label) => {
  expect(t('closer', { source: 'collection', share: shownShare(percentile) })).toBe(
    `Closer than ${label} of pairs in this collection`,
  );
});

test.each([
  [0, 1],
  [89.9, 1],
  [90, 2],
  [98.9, 2],
  [99, 3],
  [100, 3],
])('closer than %d %% of pairs is step %d of three', (percentile, level) => {
  expect(strengthLevel(percentile)).toBe(level);
});

test('a weak match measured against shipped pictures says both', () => {
  expect(t('weak', { source: 'shipped', share: shownShare(60) })).toBe(
    'Weak match: closer than 60% of pairs of the works it was measured on',
  );
});

test('the line says why matches below it are weak', () => {
  const random = distributionOf([0, 1]);
  const scale = { spaceId: 'a', source: 'collection', random, same: random, label: 'subject' } as const;
  const likelihood = { ...scale, line: { cosine: 0.5, rule: 'likelihood' } } as const;
  const rarity = { ...scale, line: { cosine: 0.5, rule: 'rarity' } } as const;
  expect(t(`chance.${weakReason(['content'], { content: likelihood })}`)).toMatch(/the same subject/);
  expect(t(`chance.${weakReason(['content'], { content: rarity })}`)).toMatch(/one in twenty pairs/);
  expect(t(`chance.${weakReason(['style', 'content'], { style: rarity, content: rarity })}`)).toMatch(
    /no closer than works picked at random/,
  );
});
