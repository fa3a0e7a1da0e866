import { database } from '@/lib/catalog/database';
import { forgetSingleton, hasSingleton, processSingleton } from '@/lib/platform/process-singleton';
import { settings } from '@/lib/platform/settings';
import { openClient } from './elasticsearch/client';
import { elasticsearchIndex } from './elasticsearch/elasticsearch-index';
import { indexLayout } from './elasticsearch/index-naming';
import { embeddedIndex } from './embedded/embedded-index';
import { type SearchIndex } from './search-index';

const singleton = 'search-index';

/**
 * The search index of this process: Elasticsearch where ELASTICSEARCH_URL is set, else one in memory, which fills
 * itself at the first search.
 * @throws Problem `unavailable` as `database` does; the next call tries again
 */
export function searchIndex(): Promise<SearchIndex> {
  return processSingleton(singleton, async () => {
    try {
      const db = await database();
      if (settings().elasticsearchUrl === null) return embeddedIndex(db);
      return elasticsearchIndex({
        client: openClient(settings(), 'search'),
        db,
        layout: indexLayout(settings()),
      });
    } catch (error) {
      forgetSingleton(singleton);
      throw error;
    }
  });
}

/** Ends its connections, if it was opened; it may be opened again. */
export async function closeSearchIndex(): Promise<void> {
  if (!hasSingleton(singleton)) return;
  const opening = searchIndex();
  forgetSingleton(singleton);
  await (await opening).close();
}
