import { browseHref, parseBrowseQuery, sortsFor } from './browse-query';

const parse = (text: string) => parseBrowseQuery(new URLSearchParams(text));

test('the newest come first, or the best match when there is a text', () => {
  expect(parse('').sort).toBe('newest');
  expect(parse('q=sea').sort).toBe('relevance');
  expect(parse('q=sea&sort=year').sort).toBe('year');
});

test('an address says no more than it must', () => {
  expect(browseHref(parse('q=&sort=newest&page=1'))).toBe('/browse');
  expect(browseHref(parse('artist=B&artist=A&sort=title&page=2'))).toBe(
    '/browse?artist=A&artist=B&sort=title&page=2',
  );
});

test('an unknown order is refused with the ones there are', () => {
  expect(() => parse('sort=price')).toThrow(/price.*newest, title, artist, year, relevance/);
});

test('the best match is offered for a text only', () => {
  expect(sortsFor({})).not.toContain('relevance');
  expect(sortsFor({ text: 'sea' })).toContain('relevance');
});
