import { localeAddress } from './locale-address';

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
