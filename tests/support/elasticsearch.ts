import { randomBytes } from 'node:crypto';
import { type Client } from '@elastic/elasticsearch';
import { openClient, timeoutsMs } from '@/lib/search/elasticsearch/client';
import { indexDueChanges } from '@/lib/search/elasticsearch/sync/index-due-changes';
import { ensureIndex } from '@/lib/search/elasticsearch/sync/ensure-index';
import { managedIndices } from '@/lib/search/elasticsearch/managed-indices';
import { type IndexLayout, liveAlias } from '@/lib/search/elasticsearch/index-naming';
import { type IndexMaintenance } from '@/lib/search/elasticsearch/sync/maintenance';
import { coalesce } from '@/lib/search/coalesce';
import { type Database } from '@/lib/catalog/database';
import { describeWith } from './prerequisites';

/** A real node. global-setup.mjs hides ELASTICSEARCH_URL from the code under test. */
export const elasticsearchUrl = process.env.TEST_ELASTICSEARCH_URL ?? '';

/** `describe` for tests that need Elasticsearch; skipped with a warning if there is none. */
export function describeWithElasticsearch(name: string, tests: () => void): void {
  describeWith(['elasticsearch'], name, tests);
}

/** A layout with a prefix that no other test uses. */
export function testLayout(layout: Partial<IndexLayout> = {}): IndexLayout {
  const prefix = `gafu-test-${randomBytes(5).toString('hex')}`;
  return { prefix, shards: 2, replicas: 0, vectors: 'int8_hnsw', ...layout };
}

/**
 * Like the site's client, with the same number of retries but a longer timeout: on a machine busy with other tests, a
 * late answer is no failure.
 */
export function testClient(use: 'search' | 'maintenance', url = elasticsearchUrl): Client {
  const settings = { elasticsearchUrl: url, elasticsearchApiKey: null, elasticsearchCaFile: null };
  return openClient(settings, use).child({ requestTimeout: timeoutsMs.maintenance });
}

/** Maintenance of an index whose prefix no other test uses. */
export function testMaintenance(
  db: Database,
  databaseUrl: string,
  layout: Partial<IndexLayout> = {},
): IndexMaintenance {
  return { client: testClient('maintenance'), db, databaseUrl, layout: testLayout(layout) };
}

/** Does a worker's job once, until searches see the result. Many may call it at once. */
export function settling(maintenance: IndexMaintenance): () => Promise<void> {
  return coalesce(async () => {
    await ensureIndex(maintenance);
    await indexDueChanges(maintenance);
    await maintenance.client.indices.refresh({
      index: liveAlias(maintenance.layout),
      ignore_unavailable: true,
    });
  });
}

/** Deletes the indices of a test and closes its connections. */
export async function removeIndices({ client, layout }: IndexMaintenance): Promise<void> {
  for (const { name } of await managedIndices(client, layout))
    await client.indices.delete({ index: name }, { ignore: [404] });
  await client.close();
}
