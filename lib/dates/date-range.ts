/**
 * The years that a date may mean, first and last included; null is an open end. Years are historical: there is no
 * year 0, and −1 is 1 BCE.
 */
export interface DateRange {
  readonly from: number | null;
  readonly to: number | null;
}

/** Years without a gap, as astronomers count them: 1 BCE is 0. */
function toLinear(year: number): number {
  return year < 0 ? year + 1 : year;
}

function toHistorical(linear: number): number {
  return linear <= 0 ? linear - 1 : linear;
}

export type Era = 'bce' | 'ce';

/** A closed range. */
export interface Years {
  readonly from: number;
  readonly to: number;
}

/**
 * A century or millennium: the 19th is 1801–1900, the 3rd before the common era −300–−201.
 * @param length 100 or 1000
 */
export function centuryYears(ordinal: number, era: Era, length = 100): Years {
  return era === 'bce'
    ? { from: -length * ordinal, to: -length * (ordinal - 1) - 1 }
    : { from: length * (ordinal - 1) + 1, to: length * ordinal };
}

/** A share of a range, as `[0, 1/3]` for "early": from the year it begins in to the one before it ends. */
export function partOf({ from, to }: Years, [start, end]: readonly [number, number]): Years {
  const first = toLinear(from);
  const length = toLinear(to) - first + 1;
  const begin = first + Math.floor(length * start + 1e-9);
  const stop = first + Math.floor(length * end + 1e-9) - 1;
  return { from: toHistorical(begin), to: toHistorical(Math.max(begin, stop)) };
}

/** A lunar year of the Hijra, which lies in two years of the common era. */
export function hijriYears(year: number): Years {
  const from = Math.floor(year * 0.970224 + 621.5774);
  return { from, to: from + 1 };
}
