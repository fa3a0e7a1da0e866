import { GET } from './route';

test.each([
  ['https://art.example/search?style=a', '/search?style=a&content=a~-0.5'],
  ['https://art.example/ja/search?style=a', '/ja/search?style=a&content=a~-0.5'],
  [null, '/search?style=a&content=a~-0.5'],
])('a question sent from %s is answered in the language of that page', (referer, location) => {
  const form = new Request('https://art.example/search/blend?style~a=100&content~a=-50', {
    headers: referer === null ? {} : { referer },
  });
  const answer = GET(form);
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toBe(location);
  expect(answer.headers.get('vary')).toBe('Referer');
});
