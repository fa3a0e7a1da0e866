import { countArtworks } from '@/lib/catalog/artworks.repository';
import { countDueChanges } from '@/lib/catalog/index-changes.repository';
import { liveSpaces } from '@/lib/catalog/spaces.repository';
import { countDifferences, type DifferenceCounts, repairIndex, sumOf } from './catch-up';
import { ensureIndex } from './ensure-index';
import { followChanges } from './index-due-changes';
import { type IndexMeta } from '../index-definition';
import { holdsSpaces, liveIndex } from '../own-indices';
import { type Upkeep } from './maintenance';

export interface Reconciliation {
  /** The index that is searched; null when there is none. */
  readonly index: string | null;
  /** Its spaces, and those that Postgres says are searched: the same, or the index has to be built anew. */
  readonly spaces: { readonly index: IndexMeta['spaces']; readonly live: IndexMeta['spaces'] };
  readonly works: { readonly postgres: number; readonly index: number };
  /** Changes that the index is yet to be told of. A worker does it within seconds; they are no difference. */
  readonly waiting: number;
  readonly differences: DifferenceCounts;
  /** Whether index and Postgres agree now. */
  readonly agree: boolean;
}

/**
 * Compares the index that is searched with Postgres, work by work.
 * @param repair first tells it what is waiting and what differs, and builds an index where there is none of the
 * live spaces
 * @throws ElasticsearchClientError when the cluster is out of reach
 */
export async function reconcile(upkeep: Upkeep, { repair }: { repair: boolean }): Promise<Reconciliation> {
  if (repair) {
    await ensureIndex(upkeep);
    await followChanges(upkeep);
    const index = await liveIndex(upkeep.client, upkeep.shape);
    if (index) await repairIndex(upkeep, index);
  }
  return await compare(upkeep);
}

async function compare(upkeep: Upkeep): Promise<Reconciliation> {
  const { client, db } = upkeep;
  const live = await liveSpaces(db);
  const { pending, ready, failed } = await countArtworks(db);
  const waiting = await countDueChanges(db);
  const index = await liveIndex(upkeep.client, upkeep.shape);
  const none: DifferenceCounts = { missing: 0, stale: 0, ahead: 0, spaces: 0, 'left-over': 0 };
  const differences = index ? await countDifferences(upkeep, index) : none;
  const indexed = index ? (await client.count({ index: index.name })).count : 0;
  const isWanted = Object.keys(live).length > 0;
  return {
    index: index?.name ?? null,
    spaces: { index: index?.spaces ?? {}, live },
    works: { postgres: pending + ready + failed, index: indexed },
    waiting,
    differences,
    agree: sumOf(differences) === 0 && (index ? holdsSpaces(index, live) : !isWanted),
  };
}
