import { quantile } from '@/lib/platform/quantile';
import { seededRandom } from '@/lib/vision/random';
import { mean } from './metrics';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

export interface ResamplingOptions {
  readonly seed?: number;
  readonly resamples?: number;
  /** Share of resamples inside the interval, default 0.95. */
  readonly confidence?: number;
  /**
   * A group of each value (its artist): whole groups are drawn instead of single values, because the pictures of
   * one artist succeed and fail together and single draws would promise too narrow an interval.
   */
  readonly groups?: readonly string[];
}

/** Percentile bootstrap interval of the mean (Efron & Tibshirani 1993); the same seed gives the same interval. */
export function bootstrapInterval(values: readonly number[], options: ResamplingOptions = {}): Interval {
  const { confidence = 0.95 } = options;
  const means = resampledMeans(values, options).sort((a, b) => a - b);
  const tail = (1 - confidence) / 2;
  return { low: quantile(means, tail), high: quantile(means, 1 - tail) };
}

export interface PairedComparison {
  /** Mean of `second` minus mean of `first`. */
  readonly difference: number;
  readonly interval: Interval;
  /** Two-sided p of the sign-flip permutation test: how often chance alone gives a difference as large. */
  readonly p: number;
}

/**
 * Is the second recipe better than the first, judged on the same queries? Interval by bootstrap of the paired
 * differences, p by random sign flips (Fisher's paired permutation test), both by group when groups are given.
 */
export function comparePaired(
  first: readonly number[],
  second: readonly number[],
  options: ResamplingOptions = {},
): PairedComparison {
  const differences = second.map((value, index) => value - (first[index] ?? 0));
  const { seed = 1, resamples = 2000 } = options;
  const random = seededRandom(seed + 1);
  const { sums } = groupSums(differences, options.groups);
  const observed = Math.abs(mean(differences));
  let asLarge = 0;
  for (let round = 0; round < resamples; round++) {
    let total = 0;
    for (let group = 0; group < sums.length; group++)
      total += random() < 0.5 ? (sums[group] as number) : -(sums[group] as number);
    // The tolerance keeps a sum that differs only by rounding from counting as smaller.
    if (Math.abs(total / differences.length) >= observed - 1e-12) asLarge++;
  }
  return {
    difference: mean(differences),
    interval: bootstrapInterval(differences, options),
    p: (asLarge + 1) / (resamples + 1),
  };
}

function resampledMeans(values: readonly number[], options: ResamplingOptions): number[] {
  const { seed = 1, resamples = 2000 } = options;
  const random = seededRandom(seed);
  const { sums, counts } = groupSums(values, options.groups);
  return Array.from({ length: values.length === 0 ? 0 : resamples }, () => {
    let sum = 0;
    let count = 0;
    for (let draw = 0; draw < sums.length; draw++) {
      const group = Math.floor(random() * sums.length);
      sum += sums[group] as number;
      count += counts[group] as number;
    }
    return sum / count;
  });
}

/** Sum and number of the values of each group; without groups each value is its own. */
function groupSums(
  values: readonly number[],
  groups?: readonly string[],
): { sums: Float64Array; counts: Float64Array } {
  if (!groups) return { sums: Float64Array.from(values), counts: new Float64Array(values.length).fill(1) };
  const names = [...new Set(groups)];
  const sums = new Float64Array(names.length);
  const counts = new Float64Array(names.length);
  const numbers = new Map(names.map((name, index) => [name, index]));
  values.forEach((value, index) => {
    const group = numbers.get(groups[index] ?? '') ?? 0;
    sums[group] = (sums[group] as number) + value;
    counts[group] = (counts[group] as number) + 1;
  });
  return { sums, counts };
}
