import fc from 'fast-check';
import { someSpace } from '@/tests/support/artworks';
import { Problem } from '@/lib/platform/problem';
import { checkVectors, vectorTermsSchema } from './given-vectors';

const network = {
  name: 'lite',
  recipe: 'lite',
  spaces: { style: someSpace('style', 'now', 3), palette: someSpace('palette', 'now', 2) },
};
const style = (vector: number[], weight = 1) => [{ space: 'style-now', vector, weight }];
const problemOf = (terms: Parameters<typeof checkVectors>[0]): Problem => {
  try {
    checkVectors(terms, network);
  } catch (error) {
    if (error instanceof Problem) return error;
  }
  throw new Error('nothing was refused');
};

describe('vectors that a stranger sends', () => {
  it('become terms of the kind whose live space they name, of length 1 exactly', () => {
    const [term, colours] = checkVectors(
      [...style([0.6, 0, 0.8005], -0.5), { space: 'palette-now', vector: [0, 1], weight: 1 }],
      network,
    );
    expect(term).toMatchObject({ kind: 'style', spaceId: 'style-now', weight: -0.5 });
    expect(Math.hypot(...(term?.vector ?? []))).toBeCloseTo(1, 6);
    expect(colours).toMatchObject({ kind: 'palette', vector: Float32Array.of(0, 1) });
  });

  it.each([
    ['too few numbers', [0.6, 0.8], 'got 2 numbers; allowed is 3, as style-now has dimensions'],
    ['too many numbers', [0.6, 0.8, 0, 0], 'got 4 numbers; allowed is 3'],
    ['a vector too long', [1, 1, 0], 'got a vector of length 1.4142; allowed is a length of 1'],
    ['a vector of zeros', [0, 0, 0], 'got a vector of length 0.0000'],
    ['a number past 32 bits', [1e300, 0, 0], 'got a number that is not finite'],
    ['no number', [NaN, 0, 1], 'got a number that is not finite'],
  ])('are refused for %s, which is said', (_, vector, says) => {
    const problem = problemOf(style(vector));
    expect(problem.kind).toBe('invalid-request');
    expect(problem.message).toContain(says);
    expect(problem.extensions).toEqual({ term: 1, space: 'style-now', dimensions: 3 });
  });

  it('are refused for a space that is not live, and told which network is in service', () => {
    const problem = problemOf([{ space: 'style-before', vector: [1], weight: 1 }]);
    expect(problem.kind).toBe('conflict');
    expect(problem.message).toContain('In service is the network lite, recipe lite: style-now, palette-now.');
  });

  it.each([
    ['nothing', []],
    ['more than eight', Array.from({ length: 9 }, () => style([1, 0, 0])[0])],
    ['a weight of nothing', style([1, 0, 0], 0)],
    ['a weight past 1', style([1, 0, 0], 1.5)],
    ['text for a number', [{ space: 'style-now', vector: ['1', 0, 0] }]],
    ['infinity, which JSON writes as 1e999', [{ space: 'style-now', vector: [JSON.parse('1e999'), 0, 0] }]],
    ['a member that there is not', [{ space: 'style-now', vector: [1, 0, 0], picture: 'bytes' }]],
  ])('are no terms at all when they are %s', (_, terms) => {
    expect(vectorTermsSchema.safeParse(terms).success).toBe(false);
  });

  it('are either refused by a problem or of unit length, whatever is sent', () => {
    const number = fc.oneof(fc.double(), fc.double({ min: -1, max: 1 }), fc.constantFrom(0, 1, -1));
    const space = fc.constantFrom('style-now', 'palette-now', 'content-now', '', '__proto__');
    const term = fc.record({ space, vector: fc.array(number, { maxLength: 5 }), weight: number });
    fc.assert(
      fc.property(fc.oneof(fc.array(term, { maxLength: 10 }), fc.jsonValue()), (sent) => {
        const parsed = vectorTermsSchema.safeParse(sent);
        if (!parsed.success) return;
        try {
          for (const { vector, weight, kind } of checkVectors(parsed.data, network)) {
            expect(Math.abs(Math.hypot(...vector) - 1)).toBeLessThan(1e-6);
            expect(Math.abs(weight)).toBeLessThanOrEqual(1);
            expect(vector).toHaveLength(network.spaces[kind as 'style'].dimensions);
          }
        } catch (error) {
          if (!(error instanceof Problem)) throw error;
          expect(['conflict', 'invalid-request']).toContain(error.kind);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
