import { findLiveSpaces } from '@/lib/catalog/spaces.repository';
import { log } from '@/lib/platform/log';
import { bringUpToDate } from './catch-up';
import { buildIndex } from './build-index';
import { holdsSpaces, ownIndices } from '../own-indices';
import { putInService } from './promote';
import { type Upkeep, whileAlone } from './maintenance';

/**
 * Sees to it that there is an index of the live spaces: with the first work, when a cluster was lost, or when the
 * spaces were switched without it. The one kept for a rollback serves again where it is of these spaces. Where
 * another process builds one already, nothing is done.
 */
export async function ensureIndex(upkeep: Upkeep): Promise<void> {
  if (await isServing(upkeep)) return;
  await whileAlone(upkeep, 'building', async () => {
    const spaces = (await isServing(upkeep)) ? null : await wantedSpaces(upkeep);
    if (spaces === null) return;
    const started = performance.now();
    const kept = (await ownIndices(upkeep.client, upkeep.shape)).find(
      (index) => index.isPrevious && holdsSpaces(index, idsOf(spaces)),
    );
    if (kept) await bringUpToDate(upkeep, kept);
    const index = kept ?? (await buildIndex(upkeep, spaces));
    await putInService(upkeep, index);
    const seconds = Math.round((performance.now() - started) / 1000);
    log.info({ index: index.name, seconds }, 'The search index of the live spaces is in service');
  });
}

/** Also where there is nothing to serve yet. */
async function isServing(upkeep: Upkeep): Promise<boolean> {
  const spaces = await wantedSpaces(upkeep);
  if (spaces === null) return true;
  const indices = await ownIndices(upkeep.client, upkeep.shape);
  return indices.some((index) => index.isLive && holdsSpaces(index, idsOf(spaces)));
}

async function wantedSpaces({ db }: Upkeep) {
  const spaces = await findLiveSpaces(db);
  return Object.keys(spaces).length === 0 ? null : spaces;
}

function idsOf(spaces: Awaited<ReturnType<typeof findLiveSpaces>>) {
  return Object.fromEntries(Object.entries(spaces).map(([kind, { id }]) => [kind, id]));
}
