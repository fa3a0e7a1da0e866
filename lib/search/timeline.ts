/** Works of a span of years, in the order given. */
export interface Period<T> {
  /** The first and the last year, negative before the common era; there is no year 0. */
  readonly from: number;
  readonly to: number;
  readonly works: readonly T[];
}

/** Lengths of a period, in years; the shortest that gives at most {@link periodsMax} is used. */
const lengths = [10, 25, 50, 100, 250, 500, 1000];
const periodsMax = 10;

/** Works by when they were made: periods of one length in order of time, those without works left out. */
export function periodsOf<T>(
  works: readonly T[],
  yearOf: (work: T) => number | null,
): { readonly periods: readonly Period<T>[]; readonly undated: readonly T[] } {
  const dated = works.flatMap((work) => {
    const year = yearOf(work);
    return year === null ? [] : [{ work, count: yearCount(year) }];
  });
  const starts = (length: number) =>
    [...new Set(dated.map(({ count }) => Math.floor(count / length) * length))].sort((a, b) => a - b);
  const length = lengths.find((one) => starts(one).length <= periodsMax) ?? 1000;
  const periods = starts(length).map((start) => ({
    from: yearName(start),
    to: yearName(start + length - 1),
    works: dated.filter(({ count }) => count >= start && count < start + length).map(({ work }) => work),
  }));
  return { periods, undated: works.filter((work) => yearOf(work) === null) };
}

/** Years counted without a gap: 1 BCE is 0. */
function yearCount(year: number): number {
  return year < 0 ? year + 1 : year;
}

function yearName(count: number): number {
  return count <= 0 ? count - 1 : count;
}
