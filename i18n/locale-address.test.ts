import { inLanguage, inLanguageOfSender, localeAddress } from './locale-address';

test.each([
  ['/', { locale: 'en', path: '/', isPrefixed: false }],
  ['/works/a', { locale: 'en', path: '/works/a', isPrefixed: false }],
  ['/english', { locale: 'en', path: '/english', isPrefixed: false }],
  ['/works/en', { locale: 'en', path: '/works/en', isPrefixed: false }],
  ['/en', { locale: 'en', path: '/', isPrefixed: true }],
  ['/en/', { locale: 'en', path: '/', isPrefixed: true }],
  ['/en/works/a', { locale: 'en', path: '/works/a', isPrefixed: true }],
  ['/en//evil.example', { locale: 'en', path: '/evil.example', isPrefixed: true }],
])('the language and the path of %s', (pathname, expected) => {
  expect(localeAddress(pathname)).toEqual(expected);
});

test.each([
  ['https://art.example/ja/admin/works?page=2', '/admin/works', '/ja/admin/works'],
  ['https://art.example/ja', '/', '/ja'],
  ['https://art.example/admin', '/admin/works', '/admin/works'],
  ['https://art.example/japan', '/search?style=a', '/search?style=a'],
  ['nowhere', '/', '/'],
  [null, '/admin', '/admin'],
])('a form sent from %s leads to %s in the same language', (referer, href, expected) => {
  const request = new Request('https://art.example/query', { headers: referer === null ? {} : { referer } });
  expect(inLanguageOfSender(request, href)).toBe(expected);
});

test.each([
  ['/', '/ja'],
  ['/#picture-form', '/ja#picture-form'],
  ['/?page=2', '/ja?page=2'],
  ['/browse?movement=Cubism', '/ja/browse?movement=Cubism'],
  ['?page=2', '?page=2'],
  ['#main', '#main'],
  ['https://art.example/', 'https://art.example/'],
  ['//art.example/', '//art.example/'],
])('%s is %s in Japanese, and stays as it is in English', (href, expected) => {
  expect(inLanguage('ja', href)).toBe(expected);
  expect(inLanguage('en', href)).toBe(href);
});
