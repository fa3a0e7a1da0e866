/** Pictures in rows that all fill the same width. */
export interface JustifiedRows {
  /** Where each row begins, as an index; the first is 0. */
  readonly starts: readonly number[];
  /** How many pictures there are in all rows. */
  readonly count: number;
}

/** A last row that fills less than this of its width would stand much taller than the others. */
const lastRowMin = 0.7;

/**
 * Breaks pictures into rows of about one height. A last row that is too short is left out, unless it is the only one.
 * @param ratios of the pictures, width ÷ height
 * @param rowRatio of a row: the sum of its pictures' ratios that is aimed at
 */
export function justifiedRows(ratios: readonly number[], rowRatio: number, rowsMax: number): JustifiedRows {
  const starts: number[] = [];
  let sum = Infinity;
  let count = 0;
  for (const [at, ratio] of ratios.entries()) {
    if (sum + ratio / 2 > rowRatio) {
      if (starts.length === rowsMax) return { starts, count };
      starts.push(at);
      sum = 0;
    }
    sum += ratio;
    count = at + 1;
  }
  const last = starts.at(-1) ?? 0;
  return starts.length > 1 && sum < lastRowMin * rowRatio
    ? { starts: starts.slice(0, -1), count: last }
    : { starts, count };
}
