import { database } from '@/lib/catalog/database';
import { log } from '@/lib/platform/log';
import { forgetSingleton, processSingleton } from '@/lib/platform/memo';
import { settings } from '@/lib/platform/settings';
import { embeddedIndex } from './embedded/embedded-index';
import { type SearchIndex } from './search-index';

const singleton = 'search-index';

/**
 * The search index of this process. It fills itself at the first search.
 * @throws Problem `unavailable` as `database` does; the next call tries again
 */
export function searchIndex(): Promise<SearchIndex> {
  return processSingleton(singleton, async () => {
    if (settings().elasticsearchUrl !== null)
      log.warn(
        'ELASTICSEARCH_URL is set, but this version has no Elasticsearch index: it searches in memory',
      );
    try {
      return embeddedIndex(await database());
    } catch (error) {
      forgetSingleton(singleton);
      throw error;
    }
  });
}
