import { Problem } from '@/lib/platform/problem';
import { bringUpToDate } from './catch-up';
import { buildIndex, type BuildOptions } from './build-index';
import { type IndexSpaces } from '../index-definition';
import { type OwnIndex, ownIndices } from '../own-indices';
import { putInService } from './promote';
import { buildingAlias } from '../index-naming';
import { type Upkeep, whileAlone } from './maintenance';
import { type IndexVerification, verifyIndex } from './verify-index';

export interface Replacement extends IndexVerification, Pick<OwnIndex, 'name' | 'spaces'> {
  /** Kept for a rollback; null when there was none before. */
  readonly previous: string | null;
}

/**
 * Builds a new index of these spaces beside the live one, holds it to Postgres and to exact answers, and changes
 * over. Searches are answered all the while, and works that are added or changed meanwhile are in the new index.
 * @param lastWorks called between filling and changing over, for works that came meanwhile
 * @throws Problem `conflict` when another process builds an index, or the new one is not good: the live one stays
 */
export function rebuildIndex(
  upkeep: Upkeep,
  spaces: IndexSpaces,
  { lastWorks, ...options }: BuildOptions & { readonly lastWorks?: () => Promise<void> } = {},
): Promise<Replacement> {
  return alone(upkeep, async () => {
    const index = await buildIndex(upkeep, spaces, options);
    const { client } = upkeep;
    return changeOver(upkeep, index, {
      before: lastWorks,
      otherwise: () => client.indices.delete({ index: index.name }, { ignore: [404] }),
    });
  });
}

/**
 * Changes back to the index that was searched before, after telling it what has happened since.
 * @throws Problem `conflict` when there is none
 */
export function rollBackIndex(upkeep: Upkeep): Promise<Replacement> {
  return alone(upkeep, async () => {
    const kept = (await ownIndices(upkeep.client, upkeep.shape)).find(({ isPrevious }) => isPrevious);
    if (!kept) throw new Problem('conflict', 'There is no earlier index to go back to.');
    const { client, shape } = upkeep;
    return changeOver(upkeep, kept, {
      before: () => bringUpToDate(upkeep, kept),
      otherwise: () =>
        client.indices.deleteAlias({ index: kept.name, name: buildingAlias(shape) }, { ignore: [404] }),
    });
  });
}

/** @param steps what is done before the index is verified, and where it is not fit to be searched */
async function changeOver(
  upkeep: Upkeep,
  index: OwnIndex,
  steps: { readonly before?: () => Promise<unknown>; readonly otherwise: () => Promise<unknown> },
): Promise<Replacement> {
  const verification = await (async () => {
    try {
      await steps.before?.();
      return await verifyIndex(upkeep, index);
    } catch (error) {
      await steps.otherwise();
      throw error;
    }
  })();
  await putInService(upkeep, index);
  const previous = (await ownIndices(upkeep.client, upkeep.shape)).find(({ isPrevious }) => isPrevious);
  return { ...verification, name: index.name, spaces: index.spaces, previous: previous?.name ?? null };
}

async function alone(upkeep: Upkeep, work: () => Promise<Replacement>): Promise<Replacement> {
  const done = await whileAlone(upkeep, 'building', work);
  if (done === null)
    throw new Problem('conflict', 'Another process is building an index now. Wait until it has ended.');
  return done;
}
