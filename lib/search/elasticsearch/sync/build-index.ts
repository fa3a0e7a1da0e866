import { errors } from '@elastic/elasticsearch';
import { allWorks } from '@/lib/catalog/index-changes.repository';
import { Problem } from '@/lib/platform/problem';
import { buildGraphs, fillIndex, type FillOptions } from './fill-index';
import { indexDueChanges } from './index-due-changes';
import {
  graphFields,
  graphSettings,
  indexDefinition,
  type IndexSpaces,
  mergeSettings,
  servingSettings,
} from '../index-definition';
import { managedIndices, type ManagedIndex } from '../managed-indices';
import { buildingAlias, datedName } from '../index-naming';
import { type IndexMaintenance } from './maintenance';

const pageWorks = 500;

export type BuildOptions = FillOptions;

/**
 * Fills a new dated index from Postgres and builds its graphs, with refresh off and no replicas, while the live index
 * keeps answering. The new index receives every change from the moment it exists, so it misses nothing. The caller
 * holds the lock `building`; what an earlier, interrupted run left is deleted first.
 * @throws Problem `unavailable` if `signal` aborts; the unfinished index is deleted
 */
export async function buildIndex(
  maintenance: IndexMaintenance,
  spaces: IndexSpaces,
  options: BuildOptions = {},
): Promise<ManagedIndex> {
  const { client, db, layout } = maintenance;
  await removeUnfinished(maintenance);
  const name = datedName(layout, new Date());
  await client.indices.create({
    index: name,
    ...indexDefinition(layout, spaces),
    aliases: { [buildingAlias(layout)]: {} },
    wait_for_active_shards: 'all',
  });
  for (const settings of [graphSettings, mergeSettings])
    await client.indices.putSettings({ index: name, settings }).catch((error: unknown) => {
      if (!isUnknownSetting(error)) throw error;
    });
  const built = (await managedIndices(client, layout)).find((index) => index.name === name);
  if (!built) throw new Error(`The index ${name} was deleted while it was being built`);
  let afterId = '';
  const nextPage = async () => {
    const page = await allWorks(db, { afterId, limit: pageWorks });
    afterId = page.at(-1)?.artworkId ?? '';
    return page;
  };
  await fillIndex(client, built, nextPage, options);
  if (options.signal?.aborted !== true)
    await buildGraphs(client, name, graphFields(layout, spaces), options.signal);
  if (options.signal?.aborted) {
    await removeUnfinished(maintenance);
    throw new Problem(
      'unavailable',
      'The new index was not finished. Searches are answered from the old one.',
    );
  }
  await indexDueChanges(maintenance);
  await client.indices.putSettings({ index: name, settings: servingSettings(layout) });
  await client.indices.refresh({ index: name });
  return built;
}

function isUnknownSetting(error: unknown): boolean {
  return (
    error instanceof errors.ResponseError &&
    error.statusCode === 400 &&
    error.message.includes('unknown setting')
  );
}

async function removeUnfinished({ client, layout }: IndexMaintenance): Promise<void> {
  for (const { name, isBuilding } of await managedIndices(client, layout))
    if (isBuilding) await client.indices.delete({ index: name }, { ignore: [404] });
}
