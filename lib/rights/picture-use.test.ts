import { mayCopy, pictureUse } from './picture-use';
import { readRights, wellKnownRights } from './rights';

test.each([
  ['CC0', 'free'],
  ['Public domain', 'free'],
  ['CC BY 4.0', 'credit'],
  ['CC BY-NC-SA 4.0', 'credit-non-commercial-share-alike'],
  ['CC BY-ND 4.0', 'credit-no-changes'],
  ['In Copyright', 'ask'],
  ['In Copyright - Educational Use Permitted', 'education'],
  ['No Copyright - Non-Commercial Use Only', 'non-commercial'],
  ['Copyright Not Evaluated', 'unknown'],
  ['© The artist', 'unknown'],
])('%s means %s', (label, use) => expect(pictureUse(readRights(label).url)).toBe(use));

test('what a curator can choose has a meaning, but for the statements that say that nothing is known', () => {
  const unknown = wellKnownRights.filter(({ url }) => pictureUse(url) === 'unknown');
  expect(unknown.map(({ label }) => label)).toEqual([
    'Copyright Not Evaluated',
    'Copyright Undetermined',
    'No Known Copyright',
  ]);
});

test('without a known licence nobody is invited to copy', () => {
  expect(mayCopy(pictureUse(null))).toBe(false);
  expect(mayCopy('ask')).toBe(false);
  expect(mayCopy('credit-no-changes')).toBe(true);
});
