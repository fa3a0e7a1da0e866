/**
 * How a work ends that comes in, whichever way it comes: by a list, a batch or an import. Unchanged: the collection had it
 * already, just as it came, or a curator left it out.
 */
export const arrivalOutcomes = ['added', 'updated', 'unchanged', 'refused'] as const;
export type ArrivalOutcome = (typeof arrivalOutcomes)[number];

/** How many works ended how. */
export type ArrivalCounts = Readonly<Record<ArrivalOutcome, number>>;
