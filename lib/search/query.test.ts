import fc from 'fast-check';
import { colourNames } from '@/lib/catalog/artwork';

import { Problem } from '@/lib/platform/problem';
import {
  canonicalQuery,
  formatSearchQuery,
  parseSearchQuery,
  queryParameters,
  searchHref,
  type SearchQuery,
  searchSorts,
  searchViews,
} from './query';
import { canonicalTerms, pictureKey } from './question/term';

const parse = (text: string) => parseSearchQuery(new URLSearchParams(text));

function problemOf(text: string): Problem {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error(`"${text}" was accepted`);
}

const ref = fc.stringMatching(/^[a-z0-9]{10}$|^q_[A-Za-z0-9]{22}$/);
const weight = fc.integer({ min: -1000, max: 1000 }).map((step) => (step === 0 ? 1 : step / 1000));
/** Two numbers that fit into 100 together, the second at least 1; in steps of 0.01. */
const side = fc
  .integer({ min: 0, max: 9900 })
  .chain((start) => fc.tuple(fc.constant(start / 100), fc.integer({ min: 100, max: 10_000 - start })));
const detail = fc
  .tuple(side, side)
  .map(([[x, width], [y, height]]) => ({ x, y, width: width / 100, height: height / 100 }));
const picked = fc
  .uniqueArray(fc.tuple(fc.stringMatching(/^[0-9a-f]{6}$/), fc.integer({ min: 1, max: 100 })), {
    minLength: 1,
    maxLength: 5,
    selector: ([colour]) => colour,
  })
  .map((colours) => colours.map(([colour, share]) => `${colour}:${share}`).join(','));
const picture = fc.oneof(fc.record({ ref }), fc.record({ ref, detail }));
const term = fc.oneof(
  fc
    .tuple(fc.constantFrom('style' as const, 'content' as const, 'palette' as const), picture, weight)
    .map(([kind, subject, weight]) => ({ kind, ...subject, weight })),
  fc.record({ kind: fc.constant('palette' as const), ref: picked, weight }),
);
const text = fc
  .string({ unit: 'grapheme', maxLength: 60 })
  .map((value) => value.replace(/[\s\p{Cc}\p{Cs}]+/gu, ' ').trim());
const facet = fc.array(
  text.filter((value) => value !== ''),
  { minLength: 1, maxLength: 4 },
);
const colour = fc.array(fc.constantFrom(...colourNames), { minLength: 1, maxLength: 3 });
const century = fc.array(fc.integer({ min: 1, max: 21 }).map(String), { minLength: 1, maxLength: 4 });
const year = fc.integer({ min: -9999, max: 9999 }).filter((one) => one !== 0);
const years = fc
  .tuple(fc.option(year), fc.option(year))
  .map(([a, b]) =>
    a !== null && b !== null ? { from: Math.min(a, b), to: Math.max(a, b) } : { from: a, to: b },
  );
const query: fc.Arbitrary<SearchQuery> = fc.record(
  {
    terms: fc.uniqueArray(term, {
      maxLength: 8,
      selector: (one) => `${one.kind} ${pictureKey(canonicalTerms([one])[0] ?? one)}`,
    }),
    filter: fc.record(
      {
        text,
        facets: fc.record(
          { artist: facet, movement: facet, subject: facet, century, colour },
          { requiredKeys: [] },
        ),
        years,
      },
      { requiredKeys: [] },
    ),
    sort: fc.constantFrom(...searchSorts),
    view: fc.constantFrom(...searchViews),
    page: fc.integer({ min: 1, max: 400 }),
  },
  { requiredKeys: ['terms', 'filter', 'page'] },
);

describe('a search query and its URL', () => {
  test('every query comes back from its URL, in canonical form', () => {
    fc.assert(
      fc.property(query, (given) => {
        expect(parse(formatSearchQuery(given))).toEqual(canonicalQuery(given));
      }),
      { numRuns: 10_000 },
    );
  });

  test('the same query written in another order has the same URL', () => {
    fc.assert(
      fc.property(query, (given) => {
        const reversed = { ...given, terms: [...given.terms].reverse() };
        expect(formatSearchQuery(reversed)).toBe(formatSearchQuery(given));
      }),
    );
  });

  test('a URL that others have escaped in their own way is read the same', () => {
    fc.assert(
      fc.property(query, (given) => {
        const escaped = new URLSearchParams(new URLSearchParams(formatSearchQuery(given))).toString();
        expect(parse(escaped)).toEqual(canonicalQuery(given));
      }),
    );
  });

  test('whatever is in a URL, it is read or refused with a reason, never anything else', () => {
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^[a-z0-9@,:~.-]{1,30}$/),
      fc.tuple(ref, fc.stringMatching(/^@[0-9.,-]{5,24}$/)).map((parts) => parts.join('')),
    );
    const pair = fc.tuple(fc.constantFrom(...queryParameters, 'other'), value);
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 12 }), (pairs) => {
        try {
          parseSearchQuery(new URLSearchParams(pairs));
        } catch (error) {
          expect(error).toMatchObject({
            kind: 'invalid-request',
            extensions: { parameter: expect.any(String) },
          });
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('reads like what it means', () => {
    const given: SearchQuery = {
      terms: [
        { kind: 'content', ref: 'bbbbbbbbbb', weight: -0.5 },
        { kind: 'style', ref: 'aaaaaaaaaa', weight: 1 },
      ],
      filter: { text: 'sea & sky', facets: { artist: ['Hokusai', 'Émile Bernard'] } },
      page: 2,
    };
    expect(searchHref(given)).toBe(
      '/search?style=aaaaaaaaaa&content=bbbbbbbbbb~-0.5&q=sea+%26+sky&artist=Hokusai&artist=%C3%89mile+Bernard&page=2',
    );
  });

  test('details, palettes, order and view stay readable', () => {
    const given: SearchQuery = {
      terms: [
        {
          kind: 'style',
          ref: 'aaaaaaaaaa',
          detail: { x: 12.5, y: 0, width: 30, height: 99.99 },
          weight: 0.5,
        },
        { kind: 'palette', ref: 'C8A24A:40,1d3b5a:60', weight: 1 },
      ],
      filter: {},
      sort: 'year',
      view: 'wall',
      page: 1,
    };
    expect(searchHref(given)).toBe(
      '/search?style=aaaaaaaaaa@12.5,0,30,99.99~0.5&palette=1d3b5a:60,c8a24a:40&sort=year',
    );
  });

  test('what goes without saying is left out: all of a picture, its usual view, the order by likeness', () => {
    const plain = parse('style=aaaaaaaaaa');
    expect(parse('style=aaaaaaaaaa@0,0,100,100~1.0&view=compare&sort=likeness&page=1')).toEqual(plain);
    expect(parse('style=aaaaaaaaaa&view=wall')).toEqual({ ...plain, view: 'wall' });
    // Several pictures have one wall only.
    expect(parse('style=aaaaaaaaaa&style=b&view=compare')).toEqual(parse('style=b&style=aaaaaaaaaa'));
  });

  test('fields a form left blank and parameters of others do not matter', () => {
    expect(parse('style=aaaaaaaaaa&q=&artist=&page=&utm_source=letter')).toEqual(parse('style=aaaaaaaaaa'));
  });
});

describe('a malformed query string', () => {
  test.each([
    ['style=', 'style'],
    ['style=a b', 'style'],
    ['style=aaa~', 'style'],
    ['style=aaa~2', 'style'],
    ['style=aaa~0', 'style'],
    ['style=aaa~-0.000', 'style'],
    ['style=aaa~1~1', 'style'],
    ['style=aaa~NaN', 'style'],
    ['style=aaa~0.12345', 'style'],
    ['content=aaa&content=aaa~0.5', 'content'],
    [Array.from({ length: 9 }, (_, i) => `style=a${i}`).join('&'), 'style'],
    ['style=aaa@', 'style'],
    ['style=aaa@0,0,50', 'style'],
    ['style=aaa@0,0,50,0', 'style'],
    ['style=aaa@60,0,50,50', 'style'],
    ['style=aaa@0,0,50,50.123', 'style'],
    ['style=aaa@-1,0,50,50', 'style'],
    ['style=aaa@0,0,50,50@0,0,9,9', 'style'],
    ['style=1d3b5a:60', 'style'],
    ['palette=1d3b5a:0', 'palette'],
    ['palette=1d3b5a:60,1D3B5A:40', 'palette'],
    ['palette=12345:60', 'palette'],
    ['palette=000001:1,000002:1,000003:1,000004:1,000005:1,000006:1', 'palette'],
    ['sort=price', 'sort'],
    ['from=0', 'from'],
    ['from=1900&to=1850', 'from'],
    ['to=yesterday', 'to'],
    ['view=globe', 'view'],
    ['page=0', 'page'],
    ['page=1.5', 'page'],
    ['page=401', 'page'],
    ['page=1&page=2', 'page'],
    [`q=${'a'.repeat(201)}`, 'q'],
    ['q=a%00b', 'q'],
    ['artist=a%00b', 'artist'],
    ['century=19th', 'century'],
    ['colour=teal', 'colour'],
    [Array.from({ length: 21 }, (_, i) => `artist=a${i}`).join('&'), 'artist'],
  ])('%s is refused, naming %s', (text, parameter) => {
    const problem = problemOf(text);
    expect(problem.kind).toBe('invalid-request');
    expect(problem.extensions).toMatchObject({ parameter, allowed: expect.any(String) });
  });
});
