import { formatWorksChange, parseWorksChange } from './works-change';
import { parseWorksQuery, worksHref } from './works-query';

const parse = (text: string) => parseWorksChange(new URLSearchParams(text));
const query = (text: string, place: 'collection' | 'bin' = 'collection') =>
  parseWorksQuery(new URLSearchParams(text), place);

test.each([
  'do=withdraw&work=a1&work=b2',
  'do=restore&in=bin&work=a1',
  'do=edit&edit=subjects.add&value=Sea%3B+Sky&work=a1',
  'do=edit&edit=medium.clear&all=1&q=sea&artist=Monet&publication=draft&state=failed&missing=date',
  'do=delete-for-good&in=bin&all=1',
])('an address says all of a change: %s', (address) => {
  expect(formatWorksChange(parse(address))).toBe(address);
});

test.each([
  ['do=withdraw', /No works are selected/],
  ['do=withdraw&work=..%2F', /No works are selected/],
  ['do=shred&work=a', /do: got "shred"; allowed is edit, publish, withdraw, make-draft, delete/],
  ['do=publish&in=bin&work=a', /allowed is restore, delete-for-good/],
  ['do=publish&all=1&missing=frame', /missing: got "frame"; allowed is artist, date/],
])('%s is refused', (address, reason) => expect(() => parse(address)).toThrow(reason));

test('a list has one address', () => {
  expect(worksHref(query(''))).toBe('/admin/works');
  expect(worksHref(query('sort=deleted', 'bin'))).toBe('/admin/works/bin');
  expect(worksHref(query('q=&missing=date&missing=artist&missing=date&page=1&sort=newest'))).toBe(
    '/admin/works?missing=artist&missing=date',
  );
  expect(() => query('publication=hidden')).toThrow(/allowed is draft, published, withdrawn/);
});
