import { isOpen, readRights } from './rights';

const cc0 = { label: 'CC0 1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' };
const mark = { label: 'Public Domain Mark 1.0', url: 'https://creativecommons.org/publicdomain/mark/1.0/' };
const bySa = { label: 'CC BY-SA 4.0', url: 'https://creativecommons.org/licenses/by-sa/4.0/' };
const inCopyright = { label: 'In Copyright', url: 'http://rightsstatements.org/vocab/InC/1.0/' };

test.each([
  ['CC0', cc0],
  ['CC0 1.0', cc0],
  ['cc0 1.0 universal', cc0],
  ['http://creativecommons.org/publicdomain/zero/1.0/', cc0],
  ['https://creativecommons.org/publicdomain/zero/1.0/deed.fr', cc0],
  ['https://creativecommons.org/share-your-work/public-domain/cc0/', cc0],
  ['Public domain', mark],
  ['https://www.creativecommons.org/publicdomain/mark/1.0', mark],
  ['CC BY-SA 4.0', bySa],
  ['cc-by-sa-4.0', bySa],
  ['https://creativecommons.org/licenses/by-sa/4.0/deed.de', bySa],
  [
    'https://creativecommons.org/licenses/by/3.0/nl/',
    { label: 'CC BY 3.0 NL', url: 'https://creativecommons.org/licenses/by/3.0/nl/' },
  ],
  ['http://rightsstatements.org/vocab/InC/1.0/', inCopyright],
  ['https://rightsstatements.org/page/InC/1.0/?language=en', inCopyright],
  ['in copyright', inCopyright],
  [
    'No Copyright – United States',
    { label: 'No Copyright - United States', url: 'http://rightsstatements.org/vocab/NoC-US/1.0/' },
  ],
])('"%s" is a known statement', (given, rights) => {
  expect(readRights(given)).toEqual(rights);
});

test.each(['© 2019 the artist', 'CC BY', 'https://example.org/cc0', 'https://creativecommons.org/about'])(
  '"%s" stays as it is, without an address',
  (given) => expect(readRights(given)).toEqual({ label: given, url: null }),
);

test('nothing said is nothing known', () => {
  expect(readRights(null)).toEqual({ label: null, url: null });
});

test('open are the public domain, CC0, CC BY and CC BY-SA, and nothing else', () => {
  const openOf = (text: string) => isOpen(readRights(text).url);
  expect(['CC0', 'Public domain', 'CC BY 4.0', 'CC BY-SA 3.0'].map(openOf)).toEqual([true, true, true, true]);
  expect(['CC BY-NC 4.0', 'CC BY-ND 4.0', 'In Copyright', 'free to use'].map(openOf)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});
