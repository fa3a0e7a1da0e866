/** How often each label is taken for each other, as measured. */
export interface MeasuredConfusion {
  readonly labels: readonly string[];
  /** How many works of each label were searched with. */
  readonly queries: readonly number[];
  /** [query][found] share of the first hits; a row sums to 1. */
  readonly shares: readonly (readonly number[])[];
}

export interface ConfusionRow {
  readonly label: string;
  readonly queries: number;
  /** A share for each label shown, and last one for all others together. */
  readonly shares: readonly number[];
}

/** The labels with most queries, most first, and what is found for each; all other labels are put together. */
export function confusionRows(
  { labels, queries, shares }: MeasuredConfusion,
  shownMax: number,
): ConfusionRow[] {
  const shown = labels
    .map((_, index) => index)
    .sort((a, b) => (queries[b] ?? 0) - (queries[a] ?? 0))
    .slice(0, shownMax);
  return shown.map((own) => {
    const found = shown.map((other) => shares[own]?.[other] ?? 0);
    const rest = Math.max(0, 1 - found.reduce((sum, share) => sum + share, 0));
    return { label: labels[own] ?? '', queries: queries[own] ?? 0, shares: [...found, rest] };
  });
}

/** The label that a row's works are most often taken for, other than their own. */
export function takenFor(
  rows: readonly ConfusionRow[],
  index: number,
): { label: string; share: number } | null {
  let most: { label: string; share: number } | null = null;
  rows[index]?.shares.slice(0, -1).forEach((share, other) => {
    if (other !== index && share > (most?.share ?? 0)) most = { label: rows[other]?.label ?? '', share };
  });
  return most;
}
