import { countPublicArtworks } from '@/lib/catalog/artworks.repository';
import { countDueChanges } from '@/lib/catalog/index-changes.repository';
import { liveSpaces } from '@/lib/catalog/spaces.repository';
import { repairIndex } from './catch-up';
import { countDifferences, type DifferenceCounts, noDifferences, sumOf } from './compare-index';
import { ensureIndex } from './ensure-index';
import { indexDueChanges } from './index-due-changes';
import { type IndexMeta } from '../index-definition';
import { holdsSpaces, liveIndex } from '../managed-indices';
import { type IndexMaintenance } from './maintenance';

export interface Reconciliation {
  /** The live index; null if there is none. */
  readonly index: string | null;
  /** Its spaces, and the live spaces in Postgres. If they differ, the index must be rebuilt. */
  readonly spaces: { readonly index: IndexMeta['spaces']; readonly live: IndexMeta['spaces'] };
  readonly works: { readonly postgres: number; readonly index: number };
  /** Changes not yet written to the index. A worker writes them within seconds; they are not differences. */
  readonly waiting: number;
  readonly differences: DifferenceCounts;
  /** Whether index and Postgres agree now. */
  readonly agree: boolean;
}

/**
 * Compares the live index with Postgres, work by work.
 * @param repair first write what is waiting and what differs, and build an index of the live spaces if there is none
 * @throws ElasticsearchClientError if the cluster cannot be reached
 */
export async function reconcile(
  maintenance: IndexMaintenance,
  { repair }: { repair: boolean },
): Promise<Reconciliation> {
  if (repair) {
    await ensureIndex(maintenance);
    await indexDueChanges(maintenance);
    const index = await liveIndex(maintenance.client, maintenance.layout);
    if (index) await repairIndex(maintenance, index);
  }
  return await compare(maintenance);
}

async function compare(maintenance: IndexMaintenance): Promise<Reconciliation> {
  const { client, db } = maintenance;
  const live = await liveSpaces(db);
  const waiting = await countDueChanges(db);
  const index = await liveIndex(maintenance.client, maintenance.layout);
  const differences = index ? await countDifferences(maintenance, index) : noDifferences;
  const indexed = index ? (await client.count({ index: index.name })).count : 0;
  const isWanted = Object.keys(live).length > 0;
  return {
    index: index?.name ?? null,
    spaces: { index: index?.spaces ?? {}, live },
    works: { postgres: await countPublicArtworks(db), index: indexed },
    waiting,
    differences,
    agree: sumOf(differences) === 0 && (index ? holdsSpaces(index, live) : !isWanted),
  };
}
