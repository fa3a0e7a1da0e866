import { searchHref } from './query';
import { queryFromWeights } from './weights-form';

const hrefOf = (form: string) => searchHref(queryFromWeights(new URLSearchParams(form)));

test('every kind of every picture has its weight, also away from it', () => {
  expect(hrefOf('style~a=100&content~a=0&style~b=-50&palette~b=25')).toBe(
    '/search?style=a&style=b~-0.5&palette=b~0.25',
  );
});

test('one wish to be near weighs 1, one to be far keeps its sign', () => {
  expect(hrefOf('style~a=35&content~a=0')).toBe('/search?style=a');
  expect(hrefOf('style~a=-35')).toBe('/search?style=a~-0.35');
});

test('filters stay, the page begins again', () => {
  expect(hrefOf('style~a=50&content~b=50&q=sea&page=3')).toBe('/search?style=a~0.5&content=b~0.5&q=sea');
});

test('a weight that no slider sends is read as the nearest that one does', () => {
  expect(hrefOf('style~a=900&style~b=-900')).toBe('/search?style=a&style=b~-1');
  expect(hrefOf('style~a=a+lot')).toBe('/search?style=a');
});
