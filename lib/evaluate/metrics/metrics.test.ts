import fc from 'fast-check';
import {
  averagePrecisionAt,
  coverageAt,
  mean,
  meanPrecisionAt,
  ndcgAt,
  precisionAt,
  recallAt,
} from './metrics';

const list = (pattern: string): boolean[] => [...pattern].map((mark) => mark === '+');

describe('metrics of one query, against values computed by hand', () => {
  // Right, wrong, right, right, wrong: precision at ranks 1–5 is 1, 1/2, 2/3, 3/4, 3/5.
  const hits = list('+-++-');

  test('precision@k is the share of right hits among the first k', () => {
    expect(precisionAt(hits, 1)).toBe(1);
    expect(precisionAt(hits, 2)).toBe(0.5);
    expect(precisionAt(hits, 5)).toBeCloseTo(0.6, 12);
  });

  test('mAP@k as in CSD is the mean of precision over every rank', () => {
    expect(meanPrecisionAt(hits, 5)).toBeCloseTo((1 + 1 / 2 + 2 / 3 + 3 / 4 + 3 / 5) / 5, 12);
    expect(meanPrecisionAt(list('-+'), 2)).toBe(0.25);
    expect(meanPrecisionAt(list('--'), 2)).toBe(0);
  });

  test('classical AP@k sums precision at right ranks only', () => {
    expect(averagePrecisionAt(hits, 5, 3)).toBeCloseTo((1 + 2 / 3 + 3 / 4) / 3, 12);
    expect(averagePrecisionAt(hits, 5, 40)).toBeCloseTo((1 + 2 / 3 + 3 / 4) / 5, 12);
    expect(averagePrecisionAt(hits, 5, 0)).toBe(0);
  });

  test('recall@k asks for one right hit, coverage for all of them', () => {
    expect(recallAt(list('--+'), 2)).toBe(0);
    expect(recallAt(list('--+'), 3)).toBe(1);
    expect(coverageAt(hits, 4, 6)).toBe(0.5);
  });

  test('nDCG@k discounts later ranks by log2', () => {
    const gain = 1 + 1 / Math.log2(4) + 1 / Math.log2(5);
    expect(ndcgAt(hits, 5, 3)).toBeCloseTo(gain / (1 + 1 / Math.log2(3) + 1 / Math.log2(4)), 12);
    expect(ndcgAt(list('++'), 10, 2)).toBe(1);
    expect(ndcgAt(list('--'), 10, 0)).toBe(0);
  });

  test('a ranking shorter than k counts the ranks that exist, an empty one is 0', () => {
    expect(precisionAt(list('++'), 10)).toBe(1);
    expect(meanPrecisionAt([], 10)).toBe(0);
    expect(mean([])).toBe(0);
  });
});

/** A second implementation, written from the definitions and nothing else: slow, no running sums. */
const naive = {
  precision: (hits: boolean[], k: number) =>
    hits.slice(0, k).reduce((sum, hit) => sum + (hit ? 1 : 0), 0) / Math.min(k, hits.length),
  meanPrecision(hits: boolean[], k: number) {
    const depth = Math.min(k, hits.length);
    return (
      Array.from({ length: depth }, (_, r) => naive.precision(hits, r + 1)).reduce((a, b) => a + b, 0) / depth
    );
  },
  averagePrecision(hits: boolean[], k: number, relevant: number) {
    const at = hits.slice(0, k).flatMap((hit, r) => (hit ? [naive.precision(hits, r + 1)] : []));
    return at.reduce((a, b) => a + b, 0) / Math.min(k, hits.length, relevant);
  },
  dcg: (gains: number[]) => gains.reduce((sum, gain, i) => sum + gain / (Math.log(i + 2) / Math.log(2)), 0),
  ndcg(hits: boolean[], k: number, relevant: number) {
    const depth = Math.min(k, hits.length);
    const ideal = Array.from({ length: depth }, (_, i) => (i < relevant ? 1 : 0));
    return naive.dcg(hits.slice(0, k).map(Number)) / naive.dcg(ideal);
  },
};

describe('metrics of one query, against an independent implementation', () => {
  const cases = fc.record({
    hits: fc.array(fc.boolean(), { minLength: 1, maxLength: 120 }),
    k: fc.integer({ min: 1, max: 130 }),
    missed: fc.integer({ min: 1, max: 30 }),
  });

  test('they agree on any ranking', () => {
    fc.assert(
      fc.property(cases, ({ hits, k, missed }) => {
        const relevant = hits.filter(Boolean).length + missed;
        expect(precisionAt(hits, k)).toBeCloseTo(naive.precision(hits, k), 10);
        expect(meanPrecisionAt(hits, k)).toBeCloseTo(naive.meanPrecision(hits, k), 10);
        expect(averagePrecisionAt(hits, k, relevant)).toBeCloseTo(
          naive.averagePrecision(hits, k, relevant),
          10,
        );
        expect(ndcgAt(hits, k, relevant)).toBeCloseTo(naive.ndcg(hits, k, relevant), 10);
        expect(recallAt(hits, k)).toBe(hits.slice(0, k).includes(true) ? 1 : 0);
      }),
    );
  });

  test('swapping a wrong hit with a right one behind it never lowers a score', () => {
    fc.assert(
      fc.property(cases, ({ hits, k }) => {
        const wrong = hits.indexOf(false);
        const right = hits.indexOf(true, wrong);
        if (wrong < 0 || right < 0) return;
        const better = hits.map((hit, i) => (i === wrong ? true : i === right ? false : hit));
        const relevant = hits.filter(Boolean).length;
        for (const score of [precisionAt, meanPrecisionAt, averagePrecisionAt, ndcgAt, recallAt]) {
          expect(score(better, k, relevant)).toBeGreaterThanOrEqual(score(hits, k, relevant) - 1e-12);
        }
      }),
    );
  });
});
