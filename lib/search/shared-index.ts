import { database } from '@/lib/catalog/database';
import { forgetSingleton, processSingleton } from '@/lib/platform/memo';
import { embeddedIndex } from './embedded/embedded-index';
import { type SearchIndex } from './search-index';

const singleton = 'search-index';

/**
 * The search index of this process. It fills itself at the first search.
 * @throws Problem `unavailable` as `database` does; the next call tries again
 */
export function searchIndex(): Promise<SearchIndex> {
  return processSingleton(singleton, async () => {
    try {
      return embeddedIndex(await database());
    } catch (error) {
      forgetSingleton(singleton);
      throw error;
    }
  });
}
