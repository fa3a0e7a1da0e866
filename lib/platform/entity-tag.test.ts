import { namesAnyEntity, namesEntityTag } from './entity-tag';

test.each([
  ['"a"', true],
  ['W/"a"', true],
  ['"b", "a"', true],
  ['"b",W/"a","c"', true],
  ['  "a"  ', true],
  ['"b"', false],
  ['a', false],
  ['"A"', false],
  ['', false],
  [null, false],
  // A comma may stand inside a tag.
  ['"x,y"', false],
  ['*', false],
])('If-None-Match: %s names "a": %s', (header, isNamed) => {
  expect(namesEntityTag(header, '"a"')).toBe(isNamed);
  expect(namesEntityTag(header, 'W/"a"')).toBe(isNamed);
});

test('a tag with a comma is one tag', () => {
  expect(namesEntityTag('"x,y"', '"x,y"')).toBe(true);
  expect(namesEntityTag('"x,y"', '"y"')).toBe(false);
});

test('a star names whatever there is', () => {
  expect([' * ', '"*"', null].map(namesAnyEntity)).toEqual([true, false, false]);
});
