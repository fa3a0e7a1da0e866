import { type estypes } from '@elastic/elasticsearch';
import { deletedIds, workVersions, type WorkVersion } from '@/lib/catalog/index-changes.repository';
import { type ManagedIndex } from '../managed-indices';
import { type IndexMaintenance } from './maintenance';

/**
 * `missing`: the index does not have the work. `stale`: it has an older version. `ahead`: it has a newer version than
 * Postgres, as after restoring a backup. `spaces`: it lacks embeddings or has some of another space. `left-over`: the
 * work was deleted.
 */
export type DifferenceKind = 'missing' | 'stale' | 'ahead' | 'spaces' | 'left-over';

export interface IndexDifference {
  readonly artworkId: string;
  readonly kind: DifferenceKind;
  /** Zero for `missing`. */
  readonly indexedVersion: number;
}

export type DifferenceCounts = Record<DifferenceKind, number>;

export const noDifferences: DifferenceCounts = { missing: 0, stale: 0, ahead: 0, spaces: 0, 'left-over': 0 };

interface Indexed {
  readonly version: number;
  readonly spaces: readonly string[];
}

const pageWorks = 1_000;

/** Counts the works in which an index differs from Postgres. @param each receives them page by page */
export async function countDifferences(
  maintenance: Pick<IndexMaintenance, 'client' | 'db'>,
  index: Pick<ManagedIndex, 'name' | 'spaces'>,
  each: (differences: readonly IndexDifference[]) => Promise<void> = () => Promise.resolve(),
): Promise<DifferenceCounts> {
  const counts = { ...noDifferences };
  for await (const differences of compareIndex(maintenance, index)) {
    for (const { kind } of differences) counts[kind] += 1;
    if (differences.length > 0) await each(differences);
  }
  return counts;
}

export function sumOf(counts: DifferenceCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/**
 * Compares an index with Postgres, page by page: ids, versions, and the spaces of the vectors. A change that is still
 * due is not a difference. Both sides may be written to meanwhile, so every difference is checked a second time.
 */
async function* compareIndex(
  maintenance: Pick<IndexMaintenance, 'client' | 'db'>,
  index: Pick<ManagedIndex, 'name' | 'spaces'>,
): AsyncGenerator<readonly IndexDifference[]> {
  for (let afterId = ''; ;) {
    const page = await workVersions(maintenance.db, { afterId, limit: pageWorks });
    const last = page.at(-1);
    if (!last) break;
    afterId = last.artworkId;
    const suspects = await differing(maintenance, index, page);
    if (suspects.length > 0) yield confirmed(maintenance, index, suspects);
  }
  yield* leftOvers(maintenance, index);
}

async function differing(
  { client }: Pick<IndexMaintenance, 'client'>,
  index: Pick<ManagedIndex, 'name' | 'spaces'>,
  works: readonly WorkVersion[],
): Promise<IndexDifference[]> {
  if (works.length === 0) return [];
  const { docs } = await client.mget<Indexed>({
    index: index.name,
    ids: works.map(({ artworkId }) => artworkId),
    _source: ['spaces'],
  });
  const held = new Map(docs.map((doc) => [doc._id, indexedOf(doc)]));
  return works.flatMap((work) => {
    const indexed = held.get(work.artworkId) ?? null;
    const kind = differenceOf(work, indexed, Object.values(index.spaces));
    return kind === null ? [] : [{ artworkId: work.artworkId, kind, indexedVersion: indexed?.version ?? 0 }];
  });
}

/** The suspects that still differ and did not change during the comparison. */
async function confirmed(
  maintenance: Pick<IndexMaintenance, 'client' | 'db'>,
  index: Pick<ManagedIndex, 'name' | 'spaces'>,
  suspects: readonly IndexDifference[],
): Promise<IndexDifference[]> {
  const ids = suspects.map(({ artworkId }) => artworkId);
  const before = await workVersions(maintenance.db, { ids });
  const found = await differing(maintenance, index, before);
  const after = await workVersions(maintenance.db, { ids });
  const versions = new Map(before.map(({ artworkId, version }) => [artworkId, version]));
  const unchanged = new Set(
    after.flatMap(({ artworkId, version, due }) =>
      !due && versions.get(artworkId) === version ? [artworkId] : [],
    ),
  );
  return found.filter(({ artworkId }) => unchanged.has(artworkId));
}

function differenceOf(
  { version, due, spaceIds }: WorkVersion,
  indexed: Indexed | null,
  held: readonly string[],
): DifferenceKind | null {
  if (due) return null;
  if (indexed === null) return 'missing';
  if (indexed.version !== version) return indexed.version < version ? 'stale' : 'ahead';
  const wanted = spaceIds.filter((id) => held.includes(id));
  return wanted.join() === [...indexed.spaces].sort().join() ? null : 'spaces';
}

function indexedOf(doc: estypes.MgetResponseItem<Indexed>): Indexed | null {
  if (!('found' in doc) || !doc.found) return null;
  return { version: doc._version ?? 0, spaces: doc._source?.spaces ?? [] };
}

async function* leftOvers(
  { client, db }: Pick<IndexMaintenance, 'client' | 'db'>,
  { name }: Pick<ManagedIndex, 'name'>,
): AsyncGenerator<readonly IndexDifference[]> {
  await client.indices.refresh({ index: name });
  const { id: pit } = await client.openPointInTime({ index: name, keep_alive: '5m' });
  try {
    for (let after: estypes.SortResults | null = null; ;) {
      const { hits }: estypes.SearchResponse = await client.search({
        pit: { id: pit, keep_alive: '5m' },
        size: pageWorks,
        sort: [{ id: 'asc' }],
        _source: false,
        version: true,
        track_total_hits: false,
        ...(after === null ? {} : { search_after: after }),
      });
      const last = hits.hits.at(-1);
      if (!last) return;
      after = last.sort ?? null;
      const versions = new Map(hits.hits.map(({ _id, _version = 0 }) => [_id ?? '', _version]));
      const gone = await deletedIds(db, [...versions.keys()]);
      if (gone.length === 0) continue;
      // Some may have been deleted since the point in time was opened.
      const { docs } = await client.mget({ index: name, ids: gone, _source: false });
      yield docs.flatMap((doc) =>
        'found' in doc && doc.found
          ? [{ artworkId: doc._id, kind: 'left-over' as const, indexedVersion: doc._version ?? 0 }]
          : [],
      );
    }
  } finally {
    await client.closePointInTime({ id: pit }).catch(() => undefined);
  }
}
