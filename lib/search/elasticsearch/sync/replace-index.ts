import { Problem } from '@/lib/platform/problem';
import { catchUp } from './catch-up';
import { buildIndex, type BuildOptions } from './build-index';
import { type IndexSpaces } from '../index-definition';
import { type ManagedIndex, managedIndices } from '../managed-indices';
import { promote } from './promote';
import { buildingAlias } from '../index-naming';
import { type IndexMaintenance, withAdvisoryLock } from './maintenance';
import { type IndexVerification, verifyIndex } from './verify-index';

export interface Replacement extends IndexVerification, Pick<ManagedIndex, 'name' | 'spaces'> {
  /** Kept for a rollback; null if there was no index before. */
  readonly previous: string | null;
}

/**
 * Builds a new index of these spaces beside the live one, verifies it, and promotes it. Searches are answered all the
 * time, and works added or changed meanwhile are in the new index.
 * @param lastWorks called after filling and before verifying, to embed works that were added meanwhile
 * @throws Problem `conflict` if another process is building an index, or if the new one fails verification; the live
 * index then stays
 */
export function rebuildIndex(
  maintenance: IndexMaintenance,
  spaces: IndexSpaces,
  { lastWorks, ...options }: BuildOptions & { readonly lastWorks?: () => Promise<void> } = {},
): Promise<Replacement> {
  return withBuildLock(maintenance, async () => {
    const index = await buildIndex(maintenance, spaces, options);
    const { client } = maintenance;
    return verifyAndPromote(maintenance, index, {
      before: lastWorks,
      otherwise: () => client.indices.delete({ index: index.name }, { ignore: [404] }),
    });
  });
}

/**
 * Goes back to the index that was live before, after it has caught up with Postgres.
 * @throws Problem `conflict` if there is none
 */
export function rollBackIndex(maintenance: IndexMaintenance): Promise<Replacement> {
  return withBuildLock(maintenance, async () => {
    const kept = (await managedIndices(maintenance.client, maintenance.layout)).find(
      ({ isPrevious }) => isPrevious,
    );
    if (!kept) throw new Problem('conflict', 'There is no previous index to go back to.');
    const { client, layout } = maintenance;
    return verifyAndPromote(maintenance, kept, {
      before: () => catchUp(maintenance, kept),
      otherwise: () =>
        client.indices.deleteAlias({ index: kept.name, name: buildingAlias(layout) }, { ignore: [404] }),
    });
  });
}

/** Verifies an index and promotes it. @param steps `before` verifying, and `otherwise`, if anything fails */
async function verifyAndPromote(
  maintenance: IndexMaintenance,
  index: ManagedIndex,
  steps: { readonly before?: () => Promise<unknown>; readonly otherwise: () => Promise<unknown> },
): Promise<Replacement> {
  const verification = await (async () => {
    try {
      await steps.before?.();
      return await verifyIndex(maintenance, index);
    } catch (error) {
      await steps.otherwise();
      throw error;
    }
  })();
  await promote(maintenance, index);
  const previous = (await managedIndices(maintenance.client, maintenance.layout)).find(
    ({ isPrevious }) => isPrevious,
  );
  return { ...verification, name: index.name, spaces: index.spaces, previous: previous?.name ?? null };
}

async function withBuildLock(
  maintenance: IndexMaintenance,
  work: () => Promise<Replacement>,
): Promise<Replacement> {
  const done = await withAdvisoryLock(maintenance, 'building', work);
  if (done === null)
    throw new Problem(
      'conflict',
      'Another process is building an index. Wait until it is done, then try again.',
    );
  return done;
}
