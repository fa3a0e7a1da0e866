import { searchHref } from './query';
import { balanceOf, blendFromForm } from './blend-form';

const hrefOf = (form: string) => searchHref(blendFromForm(new URLSearchParams(form)));

test('a balance gives the two terms their parts', () => {
  expect(hrefOf('style=a&content=b&balance=70')).toBe('/search?style=a~0.7&content=b~0.3');
});

test('at either end of the balance one term is left', () => {
  expect(hrefOf('style=a&content=b&balance=100')).toBe('/search?style=a');
  expect(hrefOf('style=a&content=b&balance=0')).toBe('/search?content=b');
});

test('several terms have a weight each, also against a picture', () => {
  expect(hrefOf('style=a&style=b&content=c&weight=100&weight=-50&weight=0')).toBe(
    '/search?style=a&style=b~-0.5',
  );
});

test('filters stay, the page begins again', () => {
  expect(hrefOf('style=a&content=b&balance=50&q=sea&page=3')).toBe('/search?style=a~0.5&content=b~0.5&q=sea');
});

test('the slider stands where the weights put it', () => {
  const terms = [
    { kind: 'style', ref: 'a', weight: 0.7 },
    { kind: 'content', ref: 'b', weight: 0.3 },
  ] as const;
  expect(balanceOf(terms)).toBe(70);
});
