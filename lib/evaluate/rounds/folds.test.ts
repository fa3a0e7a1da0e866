import fc from 'fast-check';
import { disjointFolds, randomFolds } from './folds';

const artists = fc.array(fc.constantFrom('Hokusai', 'Hiroshige', 'Monet', 'Seurat', 'Vermeer', 'Rublev'), {
  minLength: 5,
  maxLength: 200,
});

describe('artist-disjoint folds', () => {
  test('no artist is in two folds, and the same seed gives the same folds', () => {
    fc.assert(
      fc.property(artists, fc.integer({ min: 2, max: 5 }), fc.nat(), (names, count, seed) => {
        const folds = disjointFolds(names, count, seed);
        names.forEach((name, index) => expect(folds[index]).toBe(folds[names.indexOf(name)]));
        expect(disjointFolds(names, count, seed)).toEqual(folds);
      }),
    );
  });

  test('folds differ by no more than the largest artist', () => {
    fc.assert(
      fc.property(artists, (names) => {
        const sizes = sizesOf(disjointFolds(names, 3), 3);
        const largest = Math.max(...names.map((name) => names.filter((other) => other === name).length));
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(largest);
      }),
    );
  });
});

describe('random folds', () => {
  test('every class is spread evenly over the folds', () => {
    fc.assert(
      fc.property(artists, (names) => {
        const folds = randomFolds(names, 4);
        const sizes = sizesOf(folds, 4);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        for (const name of new Set(names)) {
          const own = sizesOf(
            folds.filter((_, index) => names[index] === name),
            4,
          );
          expect(Math.max(...own) - Math.min(...own)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

function sizesOf(folds: readonly number[], count: number): number[] {
  return Array.from({ length: count }, (_, fold) => folds.filter((own) => own === fold).length);
}
