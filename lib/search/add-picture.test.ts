import { hasRoom, readBlended, withPicture } from './add-picture';
import { searchHref } from './query';

const hrefOf = (fields: Record<string, string>) => searchHref(withPicture(readBlended(fields), 'new'));

test('a picture alone is searched by its style', () => {
  expect(hrefOf({})).toBe('/search?style=new');
});

test('an added picture weighs as much as the heaviest of the others', () => {
  expect(hrefOf({ with: 'style=a', as: 'content' })).toBe('/search?style=a&content=new');
  expect(hrefOf({ with: 'style=a~0.5&style=b~-0.7', as: 'style' })).toBe(
    '/search?style=a~0.5&style=b~-0.7&style=new~0.7',
  );
});

test('an added picture changes nothing else of the search but the page', () => {
  expect(hrefOf({ with: 'style=a&q=sea&artist=Monet&page=3', as: 'style' })).toBe(
    '/search?style=a&style=new&q=sea&artist=Monet',
  );
});

test('eight pictures of a kind leave no room for another', () => {
  const { query } = readBlended({ with: Array.from({ length: 8 }, (_, i) => `style=a${i}`).join('&') });
  expect([hasRoom(query, 'style'), hasRoom(query, 'content')]).toEqual([false, true]);
});
