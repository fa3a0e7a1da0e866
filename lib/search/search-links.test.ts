import { blendHref, keptFields, searchFromHref, toggleFacet } from './search-links';

test('a search from a work asks for one kind of likeness', () => {
  expect(searchFromHref('abc', 'content')).toBe('/search?content=abc');
});

test('a blend takes the style of one and the content of the other', () => {
  expect(blendHref('abc', 'content', 'xyz')).toBe('/search?style=xyz~0.5&content=abc~0.5');
});

test('a facet value is chosen once and taken back by the second press', () => {
  const once = toggleFacet({ text: 'sea' }, 'artist', 'Ada');
  expect(once).toEqual({ text: 'sea', facets: { artist: ['Ada'] } });
  expect(toggleFacet(once, 'artist', 'Ada').facets?.artist).toEqual([]);
  expect(toggleFacet(once, 'artist', 'Bea').facets?.artist).toEqual(['Ada', 'Bea']);
});

test('a form keeps terms and filter as hidden fields', () => {
  const fields = keptFields({ text: 'sea', facets: { century: ['19'] } }, [
    { kind: 'style', ref: 'abc', weight: 0.5 },
  ]);
  expect(fields).toEqual([
    ['style', 'abc~0.5'],
    ['q', 'sea'],
    ['century', '19'],
  ]);
});
