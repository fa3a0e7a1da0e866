import { findLiveSpaces } from '@/lib/catalog/spaces.repository';
import { log } from '@/lib/platform/log';
import { catchUp } from './catch-up';
import { buildIndex } from './build-index';
import { holdsSpaces, managedIndices } from '../managed-indices';
import { promote } from './promote';
import { type IndexMaintenance, withAdvisoryLock } from './maintenance';

/**
 * Makes sure that an index of the live spaces exists: it is missing before the first work, after a cluster was lost,
 * and after the spaces were switched without it. The index kept for a rollback is used if it holds these spaces.
 * Does nothing if another process is already building one.
 */
export async function ensureIndex(maintenance: IndexMaintenance): Promise<void> {
  if (await isServing(maintenance)) return;
  await withAdvisoryLock(maintenance, 'building', async () => {
    const spaces = (await isServing(maintenance)) ? null : await wantedSpaces(maintenance);
    if (spaces === null) return;
    const started = performance.now();
    const kept = (await managedIndices(maintenance.client, maintenance.layout)).find(
      (index) => index.isPrevious && index.isCurrent && holdsSpaces(index, idsOf(spaces)),
    );
    if (kept) await catchUp(maintenance, kept);
    const index = kept ?? (await buildIndex(maintenance, spaces));
    await promote(maintenance, index);
    const seconds = Math.round((performance.now() - started) / 1000);
    log.info({ index: index.name, seconds }, 'The search index of the live spaces is ready');
  });
}

/** True as well if there are no live spaces yet. */
async function isServing(maintenance: IndexMaintenance): Promise<boolean> {
  const spaces = await wantedSpaces(maintenance);
  if (spaces === null) return true;
  const indices = await managedIndices(maintenance.client, maintenance.layout);
  return indices.some((index) => index.isLive && index.isCurrent && holdsSpaces(index, idsOf(spaces)));
}

async function wantedSpaces({ db }: IndexMaintenance) {
  const spaces = await findLiveSpaces(db);
  return Object.keys(spaces).length === 0 ? null : spaces;
}

function idsOf(spaces: Awaited<ReturnType<typeof findLiveSpaces>>) {
  return Object.fromEntries(Object.entries(spaces).map(([kind, { id }]) => [kind, id]));
}
