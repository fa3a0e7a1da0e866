import { quantile } from '@/lib/platform/quantile';

/** At which shares of the sorted values a distribution is kept, in %: every percent, and finer where hits lie. */
export const sharesPercent: readonly number[] = [
  ...[0, 0.1, 0.5],
  ...Array.from({ length: 99 }, (_, i) => i + 1),
  ...[99.5, 99.8, 99.9, 99.95, 100],
];

/** Cosines of many pairs, kept as quantiles. */
export interface Distribution {
  /** Pairs that were measured. */
  readonly count: number;
  /** One cosine for each of {@link sharesPercent}, rising. */
  readonly quantiles: readonly number[];
}

export function distributionOf(values: readonly number[]): Distribution {
  const sorted = Float64Array.from(values).sort();
  return { count: sorted.length, quantiles: sharesPercent.map((percent) => quantile(sorted, percent / 100)) };
}

/** The share, 0 … 1, of pairs whose cosine is at most this, linear between the quantiles. */
export function shareBelow({ quantiles }: Distribution, cosine: number): number {
  const above = quantiles.findIndex((quantile) => quantile > cosine);
  if (above === -1) return 1;
  if (above === 0) return 0;
  const [low, high] = [quantiles[above - 1] ?? 0, quantiles[above] ?? 0];
  const [lowPercent, highPercent] = [sharesPercent[above - 1] ?? 0, sharesPercent[above] ?? 0];
  return (lowPercent + ((cosine - low) / (high - low)) * (highPercent - lowPercent)) / 100;
}

/** The cosine under which this share of pairs lies, in %, linear between the quantiles. */
export function quantileAt({ quantiles }: Distribution, percent: number): number {
  const at = sharesPercent.findIndex((share) => share >= percent);
  if (at <= 0) return quantiles[at === -1 ? quantiles.length - 1 : 0] ?? 0;
  const [low, high] = [sharesPercent[at - 1] ?? 0, sharesPercent[at] ?? 0];
  const [from, to] = [quantiles[at - 1] ?? 0, quantiles[at] ?? 0];
  return from + ((percent - low) / (high - low)) * (to - from);
}

/** Which share of the pairs falls between each two neighbouring edges: what a chart draws. */
export function histogram(distribution: Distribution, edges: readonly number[]): number[] {
  const below = edges.map((edge) => shareBelow(distribution, edge));
  return below.slice(1).map((share, i) => share - (below[i] ?? 0));
}
