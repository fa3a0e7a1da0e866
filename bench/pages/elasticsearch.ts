import { connect } from '@/lib/catalog/database';
import { settings } from '@/lib/platform/settings';
import { openClient } from '@/lib/search/elasticsearch/client';
import { indexLayout } from '@/lib/search/elasticsearch/index-naming';
import { ensureIndex } from '@/lib/search/elasticsearch/sync/ensure-index';

/** An index of its own that holds the works of a database. */
export interface FilledIndex {
  /** The settings by which a server finds it. */
  readonly env: Readonly<Record<string, string>>;
  remove(): Promise<void>;
}

/** Fills an index of the cluster of ELASTICSEARCH_URL, as a worker does; null if that is not set. */
export async function fillElasticsearch(databaseUrl: string, works: number): Promise<FilledIndex | null> {
  const { elasticsearchUrl } = settings();
  if (elasticsearchUrl === null) return null;
  const client = openClient(settings(), 'maintenance');
  const db = connect(databaseUrl);
  const prefix = `${settings().elasticsearchIndex}-bench-pages-${works}`;
  const remove = async () => {
    const found = Object.keys(await client.indices.get({ index: `${prefix}-*`, allow_no_indices: true }));
    for (const index of found) await client.indices.delete({ index });
  };
  // Of a run that was stopped.
  await remove();
  await ensureIndex({ client, db, databaseUrl, layout: { ...indexLayout(settings()), prefix } });
  await db.$disconnect();
  return {
    env: { ELASTICSEARCH_URL: elasticsearchUrl, ELASTICSEARCH_INDEX: prefix },
    async remove() {
      await remove();
      await client.close();
    },
  };
}
