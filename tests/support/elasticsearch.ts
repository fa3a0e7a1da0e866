import { randomBytes } from 'node:crypto';
import { type Client } from '@elastic/elasticsearch';
import { openClient, timeoutsMs } from '@/lib/search/elasticsearch/client';
import { followChanges } from '@/lib/search/elasticsearch/sync/index-due-changes';
import { ensureIndex } from '@/lib/search/elasticsearch/sync/ensure-index';
import { ownIndices } from '@/lib/search/elasticsearch/own-indices';
import { type IndexShape, liveAlias } from '@/lib/search/elasticsearch/index-naming';
import { type Upkeep } from '@/lib/search/elasticsearch/sync/maintenance';
import { coalesce } from '@/lib/search/coalesce';
import { type Database } from '@/lib/catalog/database';
import { describeWith } from './prerequisites';

/** A real node; global-setup.mjs takes ELASTICSEARCH_URL out of the environment of the code under test. */
export const elasticsearchUrl = process.env.TEST_ELASTICSEARCH_URL ?? '';

/** `describe` for tests that need Elasticsearch: skipped, and said so, where there is none. */
export function describeWithElasticsearch(name: string, tests: () => void): void {
  describeWith(['elasticsearch'], name, tests);
}

/** A shape whose prefix no other test has. */
export function testShape(shape: Partial<IndexShape> = {}): IndexShape {
  const prefix = `gafu-test-${randomBytes(5).toString('hex')}`;
  return { prefix, shards: 2, replicas: 0, vectors: 'int8_hnsw', ...shape };
}

/**
 * As the site's, which asks again no more often, but more patient: where other tests run beside, an answer that a site
 * would not wait for is not a lost one.
 */
export function testClient(use: 'search' | 'upkeep', url = elasticsearchUrl): Client {
  const settings = { elasticsearchUrl: url, elasticsearchApiKey: null, elasticsearchCaFile: null };
  return openClient(settings, use).child({ requestTimeout: timeoutsMs.upkeep });
}

/** An upkeep under a prefix of its own. */
export function testUpkeep(db: Database, databaseUrl: string, shape: Partial<IndexShape> = {}): Upkeep {
  return { client: testClient('upkeep'), db, databaseUrl, shape: testShape(shape) };
}

/** What a worker does, once, until a search sees it. For many callers at once. */
export function settling(upkeep: Upkeep): () => Promise<void> {
  return coalesce(async () => {
    await ensureIndex(upkeep);
    await followChanges(upkeep);
    await upkeep.client.indices.refresh({ index: liveAlias(upkeep.shape), ignore_unavailable: true });
  });
}

/** Removes what the tests have made, and ends the connections. */
export async function removeIndices({ client, shape }: Upkeep): Promise<void> {
  for (const { name } of await ownIndices(client, shape))
    await client.indices.delete({ index: name }, { ignore: [404] });
  await client.close();
}
