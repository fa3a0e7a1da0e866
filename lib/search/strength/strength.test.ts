import { distributionOf } from './distribution';
import { scaleOf } from './scales';
import { hitStrength, type StrengthScale, weakFrom } from './strength';
import { weakLine } from './weak-line';

const spread = (low: number, high: number) =>
  distributionOf(Array.from({ length: 1001 }, (_, i) => low + ((high - low) * i) / 1000));

describe('the line under which matches are weak', () => {
  test('lies where pairs of one label cease to be more usual than random ones', () => {
    // Random pairs spread evenly over 0 … 0.5 (density 2), same-label ones over 0.3 … 1 (density 1.43): above 0.5
    // only the second occur, below it the first are more usual.
    expect(weakLine(spread(0, 0.5), spread(0.3, 1))).toEqual({
      cosine: expect.closeTo(0.5, 6),
      rule: 'likelihood',
    });
    // Over 0 … 1 (density 1) and 0.4 … 0.8 (density 2.5): from 0.4 upwards.
    expect(weakLine(spread(0, 1), spread(0.4, 0.8)).cosine).toBeCloseTo(0.4, 6);
  });

  test('is not moved by random pairs that are of one label by chance', () => {
    const different = Array.from({ length: 1001 }, (_, i) => i / 2000);
    const same = Array.from({ length: 1001 }, (_, i) => 0.3 + (0.7 * i) / 1000);
    const mixed = [...different, ...same.filter((_, i) => i % 4 === 0)];
    expect(weakLine(distributionOf(mixed), distributionOf(same)).cosine).toBeCloseTo(0.5, 1);
  });

  test('lies above 95 % of random pairs where no label tells', () => {
    expect(weakLine(spread(0, 1), null)).toEqual({ cosine: expect.closeTo(0.95, 6), rule: 'rarity' });
    expect(weakLine(spread(0, 1), spread(0, 1)).rule).toBe('rarity');
  });
});

describe('the strength of a hit', () => {
  const scale = (line: number, high = 1): StrengthScale => ({
    spaceId: 'style-a',
    source: 'collection',
    random: spread(0, high),
    same: null,
    label: 'artist',
    line: { cosine: line, rule: 'likelihood' },
  });
  const scales = { style: scale(0.6), content: scale(0.3, 0.5) };

  test('is its place among random pairs, and whether it is under the line', () => {
    const terms = [{ kind: 'style', weight: 1 }] as const;
    expect(hitStrength(terms, { style: 0.75 }, scales)).toEqual({
      percentile: expect.closeTo(75, 6),
      weak: false,
    });
    expect(hitStrength(terms, { style: 0.6 }, scales)?.weak).toBe(false);
    expect(hitStrength(terms, { style: 0.59 }, scales)?.weak).toBe(true);
  });

  test('of a style and a content is that of the weaker', () => {
    const terms = [
      { kind: 'style', weight: 0.7 },
      { kind: 'content', weight: 0.3 },
    ] as const;
    const strength = hitStrength(terms, { style: 0.75, content: 0.2 }, scales);
    expect(strength).toEqual({ percentile: expect.closeTo(40, 6), weak: true });
  });

  test.each([
    ['a query against a picture', [{ kind: 'style', weight: -1 }], scales],
    [
      'two pictures in one kind',
      [
        { kind: 'style', weight: 1 },
        { kind: 'style', weight: 0.5 },
      ],
      scales,
    ],
    ['a palette picked by hand', [{ kind: 'style', ref: '1d3b5a:60', weight: 1 }], scales],
    ['a space that was never measured', [{ kind: 'style', weight: 1 }], {}],
    ['no picture', [], scales],
  ] as const)('is none for %s', (_, terms, given) => {
    expect(hitStrength(terms, { style: 0.9 }, given)).toBeNull();
  });
});

test('the line is drawn behind the last hit that is not weak', () => {
  const strengths = (weak: string) => [...weak].map((one) => ({ percentile: 50, weak: one === 'w' }));
  expect(weakFrom(strengths('ssww'))).toBe(2);
  expect(weakFrom(strengths('swsw'))).toBe(3);
  expect(weakFrom(strengths('ww'))).toBe(0);
  expect(weakFrom(strengths('sss'))).toBeNull();
  expect(weakFrom([])).toBeNull();
  expect(weakFrom([...strengths('sw'), null])).toBeNull();
});

describe('what hits are held against', () => {
  const { quantiles } = spread(0, 1);
  const own = (works: number, same: typeof quantiles | null) => ({
    spaceId: 'style-a',
    works,
    measuredAt: new Date(),
    random: { pairs: 1001, quantiles },
    same: same && { pairs: 1001, quantiles: same },
  });
  const shipped = {
    space_id: 'style-a',
    projection_id: 'p',
    measured_on: 'ten paintings',
    works: 10,
    label: 'artist' as const,
    random: { count: 10, quantiles: [...spread(0, 0.5).quantiles] },
    same: { count: 10, quantiles: [...spread(0.3, 1).quantiles] },
  };

  test('is the collection where it has works and labels enough', () => {
    const scale = scaleOf('style', own(50, spread(0.4, 0.8).quantiles), shipped);
    expect(scale).toMatchObject({ source: 'collection', line: { cosine: expect.closeTo(0.4, 6) } });
  });

  test('is the collection with the shipped line where its works have no labels', () => {
    expect(scaleOf('style', own(50, null), shipped)).toMatchObject({
      source: 'collection',
      same: null,
      line: { cosine: expect.closeTo(0.5, 6), rule: 'likelihood' },
    });
    expect(scaleOf('style', own(50, null), null)?.line.rule).toBe('rarity');
  });

  test('is what is shipped while the collection is small, and nothing where nothing is', () => {
    expect(scaleOf('style', own(49, null), shipped)?.source).toBe('shipped');
    expect(scaleOf('style', own(49, null), null)).toBeNull();
  });
});
