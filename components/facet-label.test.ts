import { facetValueLabel } from './facet-label';

test('centuries are spelled out', () => {
  expect(facetValueLabel('century', '19')).toBe('19th century');
  expect(facetValueLabel('century', '21')).toBe('21st century');
  expect(facetValueLabel('century', '-5')).toBe('5th century BCE');
});

test('other values, and centuries that come in words, stay as they are', () => {
  expect(facetValueLabel('artist', '19')).toBe('19');
  expect(facetValueLabel('century', '19th century')).toBe('19th century');
});
