import { requeueChanges } from '@/lib/catalog/index-changes.repository';
import { buildingAlias } from '../index-naming';
import { type ManagedIndex } from '../managed-indices';
import { countDifferences, type DifferenceCounts } from './compare-index';
import { indexDueChanges } from './index-due-changes';
import { type IndexMaintenance } from './maintenance';

/** Lets an index that was kept aside receive changes again, and repairs what it has missed. */
export async function catchUp(maintenance: IndexMaintenance, index: ManagedIndex): Promise<void> {
  await maintenance.client.indices.putAlias({ index: index.name, name: buildingAlias(maintenance.layout) });
  await repairIndex(maintenance, index);
}

/** Queues the works in which an index differs from Postgres as if they had changed, and writes them. @returns the differences found */
export async function repairIndex(
  maintenance: IndexMaintenance,
  index: Pick<ManagedIndex, 'name' | 'spaces'>,
): Promise<DifferenceCounts> {
  const counts = await countDifferences(maintenance, index, (differences) =>
    requeueChanges(
      maintenance.db,
      differences.map(({ artworkId }) => artworkId),
      differences.reduce((max, { indexedVersion }) => Math.max(max, indexedVersion), 0),
    ),
  );
  await indexDueChanges(maintenance);
  await maintenance.client.indices.refresh({ index: index.name });
  return counts;
}
