import { tellAgain } from '@/lib/catalog/index-changes.repository';
import { compareIndex, type DifferenceKind, type IndexDifference } from './compare-index';
import { followChanges } from './index-due-changes';
import { type OwnIndex } from '../own-indices';
import { buildingAlias } from '../index-naming';
import { type Upkeep } from './maintenance';

export type DifferenceCounts = Record<DifferenceKind, number>;

/** How many works an index differs in; `each` is given them page by page. */
export async function countDifferences(
  upkeep: Pick<Upkeep, 'client' | 'db'>,
  index: Pick<OwnIndex, 'name' | 'spaces'>,
  each: (differences: readonly IndexDifference[]) => Promise<void> = () => Promise.resolve(),
): Promise<DifferenceCounts> {
  const counts: DifferenceCounts = { missing: 0, stale: 0, ahead: 0, spaces: 0, 'left-over': 0 };
  for await (const differences of compareIndex(upkeep, index)) {
    for (const { kind } of differences) counts[kind] += 1;
    if (differences.length > 0) await each(differences);
  }
  return counts;
}

export function sumOf(counts: DifferenceCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** Has the works that an index differs in told to it anew, as if they had changed. @returns what it differed in */
export async function repairIndex(
  upkeep: Upkeep,
  index: Pick<OwnIndex, 'name' | 'spaces'>,
): Promise<DifferenceCounts> {
  const counts = await countDifferences(upkeep, index, (differences) =>
    tellAgain(
      upkeep.db,
      differences.map(({ artworkId }) => artworkId),
      differences.reduce((max, { indexedVersion }) => Math.max(max, indexedVersion), 0),
    ),
  );
  await followChanges(upkeep);
  await upkeep.client.indices.refresh({ index: index.name });
  return counts;
}

/** Takes an index that was kept aside back among those that follow Postgres, and repairs what it has missed. */
export async function bringUpToDate(upkeep: Upkeep, index: OwnIndex): Promise<void> {
  await upkeep.client.indices.putAlias({ index: index.name, name: buildingAlias(upkeep.shape) });
  await repairIndex(upkeep, index);
}
