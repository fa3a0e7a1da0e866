import { shownOf, withPage } from './shown-pages';

const pagesOf = (known: Parameters<typeof shownOf>[0], page: number) =>
  shownOf(known, page).map((one) => `${one.page}: ${String(one.tiles)}`);

test('a wall grows page by page', () => {
  const known = withPage(withPage(undefined, 1, 'a'), 2, 'b');
  expect(pagesOf(known, 2)).toEqual(['1: a', '2: b']);
});

test('a wall that is entered in its middle begins there, and never has a gap', () => {
  const known = withPage(withPage(undefined, 1, 'a'), 5, 'e');
  expect(pagesOf(known, 5)).toEqual(['5: e']);
});

test('who begins again sees the first page alone', () => {
  const grown = withPage(withPage(withPage(undefined, 1, 'a'), 2, 'b'), 3, 'c');
  expect(pagesOf(withPage(grown, 1, 'new'), 1)).toEqual(['1: new']);
});
