import { errors } from '@elastic/elasticsearch';
import { allWorks } from '@/lib/catalog/index-changes.repository';
import { Problem } from '@/lib/platform/problem';
import { buildGraphs, fillIndex, type FillOptions } from './fill-index';
import { followChanges } from './index-due-changes';
import {
  graphFields,
  graphSettings,
  indexBody,
  type IndexSpaces,
  mergeSettings,
  servingSettings,
} from '../index-definition';
import { ownIndices, type OwnIndex } from '../own-indices';
import { buildingAlias, datedName } from '../index-naming';
import { type Upkeep } from './maintenance';

const pageWorks = 500;

export type BuildOptions = FillOptions;

/**
 * Fills a new dated index from Postgres, with refresh off and no replicas, while the live one serves, and
 * builds its graphs. From its first moment on it is told of every change, as the live one is, so nothing that happens
 * meanwhile is missed. Call it while alone with `building`; what an ended run has left is removed first.
 * @throws Problem `unavailable` when `signal` aborts; the unfinished index is removed
 */
export async function buildIndex(
  upkeep: Upkeep,
  spaces: IndexSpaces,
  options: BuildOptions = {},
): Promise<OwnIndex> {
  const { client, db, shape } = upkeep;
  await removeUnfinished(upkeep);
  const name = datedName(shape, new Date());
  await client.indices.create({
    index: name,
    ...indexBody(shape, spaces),
    aliases: { [buildingAlias(shape)]: {} },
    wait_for_active_shards: 'all',
  });
  for (const settings of [graphSettings, mergeSettings])
    await client.indices.putSettings({ index: name, settings }).catch((error: unknown) => {
      if (!isUnknownSetting(error)) throw error;
    });
  const built = (await ownIndices(client, shape)).find((index) => index.name === name);
  if (!built) throw new Error(`The index ${name} was removed while it was built`);
  let afterId = '';
  const nextPage = async () => {
    const page = await allWorks(db, { afterId, limit: pageWorks });
    afterId = page.at(-1)?.artworkId ?? '';
    return page;
  };
  await fillIndex(client, built, nextPage, options);
  if (options.signal?.aborted !== true)
    await buildGraphs(client, name, graphFields(shape, spaces), options.signal);
  if (options.signal?.aborted) {
    await removeUnfinished(upkeep);
    throw new Problem('unavailable', 'The new index was not finished. Searches are answered as before.');
  }
  await followChanges(upkeep);
  await client.indices.putSettings({ index: name, settings: servingSettings(shape) });
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

async function removeUnfinished({ client, shape }: Upkeep): Promise<void> {
  for (const { name, isBuilding } of await ownIndices(client, shape))
    if (isBuilding) await client.indices.delete({ index: name }, { ignore: [404] });
}
