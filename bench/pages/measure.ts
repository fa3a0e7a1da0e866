import { type SyntheticCollection } from '../search/synthetic';
import { type Answer, type PageServer } from './server';

export const pageNames = ['home', 'browse', 'work', 'search', 'works list'] as const;
export type PageName = (typeof pageNames)[number];

/** What one server took for one page of one collection. */
export interface PageTimes {
  readonly works: number;
  readonly page: PageName;
  readonly server: string;
  readonly medianMs: number;
  readonly p95Ms: number;
  readonly meanBytes: number;
}

/**
 * Asks each server for each page in turn, one request at a time and the servers alternating, so that whatever else
 * the machine does falls on all of them. Works differ from request to request, and are the same for all servers.
 */
export async function measurePages(
  servers: readonly PageServer[],
  collection: SyntheticCollection,
  { requests, warmUp }: { readonly requests: number; readonly warmUp: number },
): Promise<PageTimes[]> {
  const answers = new Map<string, Answer[]>();
  const works = collection.queries(requests + warmUp);
  for (const [round, work] of works.entries()) {
    const inTurn = round % 2 === 0 ? servers : servers.toReversed();
    for (const page of pageNames) {
      const address = addressOf(page, collection.idOf(work));
      for (const server of inTurn) {
        const answer = await server.get(address);
        const key = `${page} ${server.name}`;
        if (round >= warmUp) answers.set(key, [...(answers.get(key) ?? []), answer]);
      }
    }
  }
  return pageNames.flatMap((page) =>
    servers.map(({ name }) => {
      const given = answers.get(`${page} ${name}`) ?? [];
      const sorted = given.map(({ ms }) => ms).sort((a, b) => a - b);
      return {
        works: collection.works,
        page,
        server: name,
        medianMs: quantile(sorted, 0.5),
        p95Ms: quantile(sorted, 0.95),
        meanBytes: given.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) / given.length,
      };
    }),
  );
}

function addressOf(page: PageName, artworkId: string): string {
  switch (page) {
    case 'home':
      return '/';
    case 'browse':
      return '/browse';
    case 'work':
      return `/works/${artworkId}`;
    case 'search':
      return `/search?style=${artworkId}`;
    case 'works list':
      return '/admin/works';
  }
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
