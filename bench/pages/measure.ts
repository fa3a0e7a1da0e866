import { workHref } from '@/lib/catalog/work-address';
import { type SyntheticCollection } from '../search/synthetic';
import { type Answer, type PageServer } from './server';
import { titleOf } from './works';

export const pageNames = [
  'home',
  'browse',
  'work',
  'search',
  'search API',
  're-ranking',
  'works list',
] as const;
/** From a weight's change to other works on the screen, in a browser on the same machine. */
export const inBrowser = 're-ranking in a browser';
export type PageName = (typeof pageNames)[number];

/** What one server took for one page of one collection. */
export interface PageTimes {
  readonly works: number;
  readonly page: PageName | typeof inBrowser;
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
      const address = addressOf(page, collection.idOf(work), work);
      for (const server of inTurn) {
        const answer = await server.get(address, { asRouter: page === 're-ranking' });
        const key = `${page} ${server.name}`;
        if (round >= warmUp) answers.set(key, [...(answers.get(key) ?? []), answer]);
      }
    }
  }
  return pageNames.flatMap((page) =>
    servers.map(({ name }) => {
      const given = answers.get(`${page} ${name}`) ?? [];
      return {
        works: collection.works,
        page,
        server: name,
        ...quantilesOf(given.map(({ ms }) => ms)),
        meanBytes: given.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) / given.length,
      };
    }),
  );
}

export function quantilesOf(
  timesMs: readonly number[],
): Pick<PageTimes, 'medianMs' | 'p95Ms'> & { readonly p99Ms: number } {
  const sorted = timesMs.toSorted((a, b) => a - b);
  return { medianMs: quantile(sorted, 0.5), p95Ms: quantile(sorted, 0.95), p99Ms: quantile(sorted, 0.99) };
}

function addressOf(page: PageName, artworkId: string, work: number): string {
  switch (page) {
    case 'home':
      return '/';
    case 'browse':
      return '/browse';
    case 'work':
      return workHref({ id: artworkId, title: titleOf(work) });
    case 'search':
      return `/search?style=${artworkId}`;
    case 'search API':
      return `/api/v1/search?style=${artworkId}`;
    case 're-ranking':
      return `/search?style=${artworkId}~0.6&content=${artworkId}~0.4`;
    case 'works list':
      return '/admin/works';
  }
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
