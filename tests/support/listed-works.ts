import { type Artwork } from '@/lib/catalog/artwork';
import { listArtworks } from '@/lib/catalog/artworks.repository';
import { type TestDatabase } from './database';

export interface ListedWorks {
  /** In the order of their titles, once tests run. */
  works(): readonly Artwork[];
  /** @throws Error if there are not so many */
  work(at?: number): Artwork;
}

/** Reads the first works of a test database before the tests. Call it once inside `describe`. */
export function useListedWorks(postgres: Pick<TestDatabase, 'db'>): ListedWorks {
  let works: readonly Artwork[] = [];
  beforeAll(async () => {
    const list = { filter: {}, sort: 'title', offset: 0, limit: 9 } as const;
    works = (await listArtworks(postgres.db, list)).artworks;
  });
  return {
    works: () => works,
    work(at = 0) {
      const found = works[at];
      if (!found) throw new Error(`There is no sample ${at}.`);
      return found;
    },
  };
}
