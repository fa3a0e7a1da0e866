import { type estypes } from '@elastic/elasticsearch';
import { goneIds, workVersions, type WorkVersion } from '@/lib/catalog/index-changes.repository';
import { type OwnIndex } from '../own-indices';
import { type Upkeep } from './maintenance';

/**
 * `missing`: the index does not hold the work. `stale`: an older version of it. `ahead`: a newer one than Postgres
 * knows, as after restoring a backup. `spaces`: it lacks embeddings, or has some of another space. `left-over`: the
 * work is gone.
 */
export type DifferenceKind = 'missing' | 'stale' | 'ahead' | 'spaces' | 'left-over';

export interface IndexDifference {
  readonly artworkId: string;
  readonly kind: DifferenceKind;
  /** Zero for `missing`. */
  readonly indexedVersion: number;
}

interface Indexed {
  readonly version: number;
  readonly spaces: readonly string[];
}

const pageWorks = 1_000;

/**
 * Compares an index with Postgres, page by page: ids, versions, and the spaces of the vectors. What Postgres holds as
 * still due to be told is no difference. Both may be written to meanwhile: what differs is looked at twice.
 */
export async function* compareIndex(
  upkeep: Pick<Upkeep, 'client' | 'db'>,
  index: Pick<OwnIndex, 'name' | 'spaces'>,
): AsyncGenerator<readonly IndexDifference[]> {
  for (let afterId = ''; ;) {
    const page = await workVersions(upkeep.db, { afterId, limit: pageWorks });
    const last = page.at(-1);
    if (!last) break;
    afterId = last.artworkId;
    const suspects = await differing(upkeep, index, page);
    if (suspects.length > 0) yield confirmed(upkeep, index, suspects);
  }
  yield* leftOvers(upkeep, index);
}

async function differing(
  { client }: Pick<Upkeep, 'client'>,
  index: Pick<OwnIndex, 'name' | 'spaces'>,
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

/** What still differs, of works that nobody changed while they were looked at. */
async function confirmed(
  upkeep: Pick<Upkeep, 'client' | 'db'>,
  index: Pick<OwnIndex, 'name' | 'spaces'>,
  suspects: readonly IndexDifference[],
): Promise<IndexDifference[]> {
  const ids = suspects.map(({ artworkId }) => artworkId);
  const before = await workVersions(upkeep.db, { ids });
  const found = await differing(upkeep, index, before);
  const after = await workVersions(upkeep.db, { ids });
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
  { client, db }: Pick<Upkeep, 'client' | 'db'>,
  { name }: Pick<OwnIndex, 'name'>,
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
      const gone = await goneIds(db, [...versions.keys()]);
      if (gone.length === 0) continue;
      // Some may have been deleted since the point in time.
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
