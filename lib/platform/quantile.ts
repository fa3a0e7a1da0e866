/**
 * The value below which this share of the values lies, by linear interpolation between the two nearest (type 7 of
 * Hyndman & Fan 1996).
 *
 * @param sorted in rising order
 * @param share 0 … 1; 0.5 gives the median
 * @returns 0 if there are no values
 */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const position = share * (sorted.length - 1);
  const below = sorted[Math.floor(position)] ?? 0;
  const above = sorted[Math.ceil(position)] ?? below;
  return below + (above - below) * (position - Math.floor(position));
}

/** The middle of values in any order. */
export function median(values: readonly number[]): number {
  return quantile(Float64Array.from(values).sort(), 0.5);
}
