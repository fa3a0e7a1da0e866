import { type ResolvedRequest } from './search-requests';

/** Some hundred bytes each. */
const rememberedMax = 1_000;

/**
 * How many works searches of this process have last found by a filter: about so many will be found again. Only a
 * guess at how to rank, which saves a way there and back; what is answered rests on a count of its own.
 */
export function expectedTotals(): {
  expected(request: ResolvedRequest): number | null;
  remember(request: ResolvedRequest, total: number): void;
} {
  const totals = new Map<string, number>();
  return {
    expected: (request) => totals.get(keyOf(request)) ?? null,
    remember(request, total) {
      const key = keyOf(request);
      // The last one in is the last one to be forgotten.
      totals.delete(key);
      totals.set(key, total);
      const [oldest] = totals.keys();
      if (totals.size > rememberedMax && oldest !== undefined) totals.delete(oldest);
    },
  };
}

/** Which pictures are asked for does not matter: all that are of these spaces count. */
function keyOf({ terms, filter }: ResolvedRequest): string {
  return JSON.stringify([[...new Set(terms.map(({ spaceId }) => spaceId))].sort(), filter]);
}
