import { Problem } from '@/lib/platform/problem';
import { lightBoxHref, parseLightBox } from './light-box';
import { lightBoxCookieLine, lightBoxMax, readLightBoxCookie, withWorks } from './light-box-cookie';

const many = Array.from({ length: lightBoxMax + 1 }, (_, at) => `work${at}`);
const parse = (text: string) => parseLightBox(new URLSearchParams(text));

test('an address names works in its order, each once', () => {
  expect(parse('works=b,a,,b, c')).toEqual(['b', 'a', 'c']);
  expect(lightBoxHref(['b', 'a'])).toBe('/lightbox?works=b,a');
  expect(parse(lightBoxHref(['b', 'a']).replace(/^.*\?/, ''))).toEqual(['b', 'a']);
});

test('an address without works means one’s own', () => {
  expect(parse('')).toBeNull();
  expect(parse('works=')).toBeNull();
});

test.each([
  ['what cannot be an id', 'works=a,../b'],
  ['an upload, whose id is a secret', 'works=q_secret'],
  ['too many works', `works=${many.join()}`],
  ['two lists', 'works=a&works=b'],
])('an address with %s is refused', (_, text) => {
  expect(() => parse(text)).toThrow(Problem);
});

test('the cookie is read as it was written', () => {
  const [pair = ''] = lightBoxCookieLine(['b', 'a-1', 'c_2']).split(';');
  expect(readLightBoxCookie(pair.replace('light-box=', ''))).toEqual(['b', 'a-1', 'c_2']);
  expect(readLightBoxCookie('<script>.a..a')).toEqual(['a']);
  expect(readLightBoxCookie(undefined)).toEqual([]);
  expect(lightBoxCookieLine([])).toContain('Max-Age=0');
});

test('a work is added once, while there is room', () => {
  expect(withWorks(['a', 'b'], ['a', 'c'])).toEqual(['a', 'b', 'c']);
  expect(withWorks(many.slice(0, lightBoxMax), ['one-more'])).toEqual(many.slice(0, lightBoxMax));
});
