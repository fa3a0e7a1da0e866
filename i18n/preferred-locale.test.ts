import { acceptedLocale, preferredLocale, rememberLocale } from './preferred-locale';

const visit = (pathname: string, headers: Record<string, string> = {}, remembered?: string) => ({
  pathname,
  headers: new Headers(headers),
  remembered,
});
const japanese = { 'accept-language': 'ja,en-US;q=0.7,en;q=0.3' };
const fromHere = { 'sec-fetch-site': 'same-origin' };

test.each([
  ['a first visit by somebody who reads Japanese', visit('/browse', japanese), 'ja'],
  [
    'a first visit by somebody who reads English',
    visit('/browse', { 'accept-language': 'en-GB,ja;q=0.5' }),
    null,
  ],
  ['a browser that says nothing', visit('/browse'), null],
  ['a language that there is not', visit('/browse', { 'accept-language': 'fr,de' }), null],
  ['an address that names its language', visit('/ja/browse', { 'accept-language': 'en' }), null],
  ['English, chosen before', visit('/browse', japanese, 'en'), null],
  ['Japanese, chosen before', visit('/browse', { 'accept-language': 'en' }, 'ja'), 'ja'],
  ['nonsense in the cookie', visit('/browse', japanese, 'xx'), 'ja'],
  ['the switch of a Japanese page', visit('/browse', { ...japanese, ...fromHere }, 'ja'), null],
  [
    'the same without encryption',
    visit('/', { ...japanese, host: 'a.example:8080', referer: 'http://a.example:8080/ja' }),
    null,
  ],
  [
    'a link from another site',
    visit('/', { ...japanese, host: 'a.example', referer: 'https://b.example/' }),
    'ja',
  ],
])('%s', (_, page, expected) => {
  expect(preferredLocale(page)).toBe(expected);
});

test.each([
  [
    'from Japanese to English',
    visit('/browse', { ...fromHere, referer: 'https://art.example/ja/browse' }),
    'en',
  ],
  ['from English to Japanese', visit('/ja', { ...fromHere, referer: 'https://art.example/' }, 'en'), 'ja'],
  ['a link within a language', visit('/ja', { ...fromHere, referer: 'https://art.example/ja/about' }), null],
  ['already remembered', visit('/ja', { ...fromHere, referer: 'https://art.example/' }, 'ja'), null],
  ['a link from another site', visit('/ja', { referer: 'https://other.example/' }), null],
  ['a page that hides its address', visit('/ja', fromHere), null],
  [
    'a link that is followed',
    visit('/ja', { ...fromHere, 'sec-fetch-mode': 'navigate', referer: 'https://art.example/' }),
    'ja',
  ],
  [
    'the service worker, which keeps a page of each language',
    visit('/ja/offline', {
      ...fromHere,
      'sec-fetch-mode': 'cors',
      referer: 'https://art.example/sw.js',
    }),
    null,
  ],
])('the choice is remembered or not: %s', (_, page, expected) => {
  const cookie = expected === null ? null : `language=${expected}; Path=/; Max-Age=31536000; SameSite=Lax`;
  expect(rememberLocale(page)).toBe(cookie);
});

test.each([
  ['ja-JP', 'ja'],
  ['en;q=0.1, ja;q=0.9', 'ja'],
  ['en;q=0.1, JA;q=0', 'en'],
  ['*', 'en'],
  [';;,,q=', 'en'],
])('of "%s", %s is accepted', (header, expected) => {
  expect(acceptedLocale(new Headers({ 'accept-language': header }))).toBe(expected);
});
