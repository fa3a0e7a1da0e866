import fc from 'fast-check';

import { Problem } from '@/lib/platform/problem';
import { canonicalQuery, formatSearchQuery, parseSearchQuery, searchHref, type SearchQuery } from './query';

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
const text = fc
  .string({ unit: 'grapheme', maxLength: 60 })
  .map((value) => value.replace(/[\s\p{Cc}\p{Cs}]+/gu, ' ').trim());
const facet = fc.array(
  text.filter((value) => value !== ''),
  { minLength: 1, maxLength: 4 },
);
const century = fc.array(fc.integer({ min: 1, max: 21 }).map(String), { minLength: 1, maxLength: 4 });
const query: fc.Arbitrary<SearchQuery> = fc.record({
  terms: fc.uniqueArray(fc.record({ kind: fc.constantFrom('style', 'content', 'palette'), ref, weight }), {
    maxLength: 8,
    selector: ({ kind, ref }) => `${kind} ${ref}`,
  }),
  filter: fc.record(
    {
      text,
      facets: fc.record({ artist: facet, movement: facet, subject: facet, century }, { requiredKeys: [] }),
    },
    { requiredKeys: [] },
  ),
  page: fc.integer({ min: 1, max: 400 }),
});

describe('a search query and its URL', () => {
  test('every query comes back from its URL, in canonical form', () => {
    fc.assert(
      fc.property(query, (given) => {
        expect(parse(formatSearchQuery(given))).toEqual(canonicalQuery(given));
      }),
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

  test('whatever is in a URL, it is read or refused with a reason, never anything else', () => {
    const pair = fc.tuple(
      fc.constantFrom('style', 'content', 'palette', 'q', 'artist', 'page', 'other'),
      fc.string({ unit: 'binary' }),
    );
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
    ['page=0', 'page'],
    ['page=1.5', 'page'],
    ['page=401', 'page'],
    ['page=1&page=2', 'page'],
    [`q=${'a'.repeat(201)}`, 'q'],
    ['q=a%00b', 'q'],
    ['artist=a%00b', 'artist'],
    ['century=19th', 'century'],
    [Array.from({ length: 21 }, (_, i) => `artist=a${i}`).join('&'), 'artist'],
  ])('%s is refused, naming %s', (text, parameter) => {
    const problem = problemOf(text);
    expect(problem.kind).toBe('invalid-request');
    expect(problem.extensions).toMatchObject({ parameter, allowed: expect.any(String) });
  });
});
