import { parseSearchQuery, searchHref } from './query';
import { searchFromHref } from './light-links';
import { listHref, withoutFacetValue, withoutPicture } from './search-links';

test('a search from a work asks for one kind of likeness', () => {
  expect(searchFromHref('abc', 'content')).toBe('/search?content=abc');
});

test('a picture is removed with all that is asked of it', () => {
  const query = parseSearchQuery(new URLSearchParams('style=abc&content=abc~0.5&style=xyz&q=sea&page=2'));
  expect(searchHref(withoutPicture(query, 'abc'))).toBe('/search?style=xyz&q=sea');
});

test('a facet value is taken back and all others stay', () => {
  const filter = { text: 'sea', facets: { artist: ['Ada', 'Bea'], century: ['19'] } };
  expect(withoutFacetValue(filter, 'artist', 'Ada')).toEqual({
    text: 'sea',
    facets: { artist: ['Bea'], century: ['19'] },
  });
});

test.each([
  ['style=abc&page=3', 'content', '/search?content=abc'],
  ['style=abc&view=wall&page=3&q=sea', 'style', '/search?style=abc&q=sea'],
  ['style=abc&content=xyz', 'style', '/search?style=abc&content=xyz'],
  ['style=q_4fT0pQz7Yk2LmN8sVbX1aC', 'style', null],
] as const)('a hit of %s in %s stands on the list %s', (address, kind, list) => {
  expect(listHref(parseSearchQuery(new URLSearchParams(address)), kind)).toBe(list);
});
