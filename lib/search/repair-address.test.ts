import fc from 'fast-check';
import { isTracker, repairAddress, repairParameters } from './repair-address';

/** @param address path and query, as a program passes it on */
function repaired(address: string): string | null {
  const url = new URL(address, 'http://gafu.test');
  return repairAddress(url.pathname, url.searchParams);
}

describe('a link that comes out of a mail or chat program', () => {
  test.each([
    ['the end of a sentence', '/works/k3v9q2mwta.', '/works/k3v9q2mwta'],
    ['brackets', '/works/k3v9q2mwta)', '/works/k3v9q2mwta'],
    ['brackets at the end of a sentence', '/works/k3v9q2mwta).', '/works/k3v9q2mwta'],
    ['pointed brackets (RFC 3986, appendix C)', '/works/k3v9q2mwta%3E', '/works/k3v9q2mwta'],
    ['quotation marks', '/works/k3v9q2mwta%E2%80%9D', '/works/k3v9q2mwta'],
    ['Markdown', '/works/k3v9q2mwta**', '/works/k3v9q2mwta'],
    ['a zero-width space', '/works/k3v9q2mwta%E2%80%8B', '/works/k3v9q2mwta'],
    ['a list', '/search?style=k3v9q2mwta~0.5,', '/search?style=k3v9q2mwta~0.5'],
    ['the end of a sentence, a search', '/search?style=a&content=b~-0.5.', '/search?style=a&content=b~-0.5'],
    ['HTML shown as text', '/search?style=a&amp;content=b', '/search?style=a&content=b'],
    ['HTML escaped twice', '/search?style=a&amp;amp;content=b', '/search?style=a&content=b'],
    [
      'HTML, with brackets and a tracker',
      '/browse?artist=X&amp;page=2)&utm_source=mail',
      '/browse?artist=X&page=2',
    ],
    ['a page number', '/browse?page=2!', '/browse?page=2'],
    ['nothing but the host', '/.', null],
  ])('after %s is read as it was meant', (_where, given, meant) => {
    expect(repaired(given)).toBe(meant);
  });
});

test.each([
  '/',
  '/search?style=k3v9q2mwta~0.5&content=q_abc-_',
  '/browse?artist=Hendrik+Meijer+Jr.',
  '/browse?q=what+is+this%3F',
  '/browse?artist=Unknown+%28Japan%29',
  '/works/k3v9q2mwta?utm_source=mail&fbclid=x',
  '/works/%E0%A4%A',
  '/works/%00',
])('%s is not changed', (address) => {
  expect(repaired(address)).toBeNull();
});

test.each([
  'utm_source',
  'utm_id',
  'fbclid',
  'gclid',
  'gclsrc',
  'dclid',
  'msclkid',
  'twclid',
  'yclid',
  'ttclid',
  'wbraid',
  'gbraid',
  'mc_cid',
  'mc_eid',
  'igshid',
  'igsh',
  '_ga',
  '_gl',
  'ref_src',
  'si',
  'srsltid',
  'mkt_tok',
  '_hsenc',
  '_hsmi',
  '__hstc',
  'pk_campaign',
  'mtm_source',
  'li_fat_id',
  'vero_id',
])('%s is a tracker', (name) => {
  expect(isTracker(name)).toBe(true);
});

test.each(['style', 'content', 'palette', 'q', 'artist', 'page', 'sort', 'by', 'limit', 'stlye', 'id'])(
  '%s is no tracker',
  (name) => {
    expect(isTracker(name)).toBe(false);
  },
);

test('a repaired address needs no repair', () => {
  fc.assert(
    fc.property(fc.webPath(), fc.array(fc.tuple(fc.string(), fc.string())), (path, pairs) => {
      const once = repairAddress(path, new URLSearchParams(pairs));
      if (once === null) return;
      const url = new URL(`http://gafu.test${once}`);
      expect(repairParameters(url.searchParams).toString()).toBe(url.searchParams.toString());
    }),
  );
});
