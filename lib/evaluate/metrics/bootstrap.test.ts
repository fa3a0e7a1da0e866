import { bootstrapInterval, comparePaired } from './bootstrap';

const coins = Array.from({ length: 400 }, (_, index) => (index % 2 === 0 ? 1 : 0));

describe('bootstrap interval of a mean', () => {
  test('has the width that the normal approximation gives: ± 1.96 √(p(1−p)/n)', () => {
    const { low, high } = bootstrapInterval(coins, { resamples: 4000 });
    expect(low).toBeCloseTo(0.5 - 1.96 * 0.025, 2);
    expect(high).toBeCloseTo(0.5 + 1.96 * 0.025, 2);
  });

  test('is the same for the same seed and another for another', () => {
    expect(bootstrapInterval(coins, { seed: 3 })).toEqual(bootstrapInterval(coins, { seed: 3 }));
    expect(bootstrapInterval(coins, { seed: 3 })).not.toEqual(bootstrapInterval(coins, { seed: 4 }));
  });

  test('is wider when pictures of one artist stand or fall together', () => {
    const values = Array.from({ length: 400 }, (_, index) => (index < 200 ? 1 : 0));
    const groups = values.map((_, index) => `artist ${Math.floor(index / 40)}`);
    const width = ({ low, high }: { low: number; high: number }) => high - low;
    expect(width(bootstrapInterval(values, { groups }))).toBeGreaterThan(
      3 * width(bootstrapInterval(values)),
    );
  });

  test('of nothing is zero', () => {
    expect(bootstrapInterval([])).toEqual({ low: 0, high: 0 });
  });
});

describe('paired comparison', () => {
  test('a recipe that is better on nearly every query is significantly better', () => {
    const first = coins.map((_, index) => index / 400);
    const second = first.map((value, index) => value + (index % 10 === 0 ? -0.01 : 0.02));
    const { difference, interval, p } = comparePaired(first, second);
    expect(difference).toBeCloseTo(0.017, 6);
    expect(interval.low).toBeGreaterThan(0);
    expect(p).toBeLessThan(0.001);
  });

  test('agrees with the exact sign test on three differences of one size: p = 2/8', () => {
    expect(comparePaired([0, 0, 0], [1, 1, 1], { resamples: 20_000 }).p).toBeCloseTo(0.25, 1);
  });

  test('equal recipes do not differ', () => {
    expect(comparePaired(coins, coins)).toMatchObject({ difference: 0, p: 1 });
  });
});
