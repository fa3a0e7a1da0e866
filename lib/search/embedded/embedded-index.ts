import { type ArtworkFilter } from '@/lib/catalog/artwork';
import { countFacets, matchingIds } from '@/lib/catalog/artworks.repository';
import { type Database } from '@/lib/catalog/database';
import { embeddingChanges } from '@/lib/catalog/embeddings.repository';
import { liveSpaces } from '@/lib/catalog/spaces.repository';
import { Problem } from '@/lib/platform/problem';
import { timed } from '@/lib/platform/stage';
import { coalesce } from '../coalesce';
import { type IndexRequest, type SearchIndex } from '../search-index';
import { indexHitsOf, rankWorks } from './rank';
import { WorkTable } from './work-table';

/** The works of the live spaces, and how far the changes in Postgres have been followed. */
interface Held {
  readonly table: WorkTable;
  cursor: string | null;
}

/**
 * The index for one machine: all embeddings of the live spaces in memory, scanned exactly (recall 1), filters and
 * facets asked of Postgres. Before every search it reads what has changed there since the last one, so that what
 * any process wrote before the search is seen by it; searches that come together share that reading.
 */
export function embeddedIndex(db: Database): SearchIndex {
  let held: Held = { table: new WorkTable([]), cursor: null };

  const catchUp = coalesce(async (): Promise<WorkTable> => {
    const spaceIds = Object.values(await liveSpaces(db))
      .filter((id) => id !== undefined)
      .sort();
    const sameSpaces = spaceIds.join() === held.table.spaceIds.join();
    // The old table stays in use until the new one is complete, for searches that have caught up with it already.
    const next = sameSpaces ? held : { table: new WorkTable(spaceIds), cursor: null };
    if (spaceIds.length > 0) await followChanges(db, next);
    held = next;
    return next.table;
  });

  return {
    name: 'embedded',
    async search(request) {
      const [table, matching] = await Promise.all([catchUp(), idsThatMatch(db, request.filter)]);
      refuseForeignSpaces(table, request);
      const { best, total } = rankWorks(table, request, matching);
      const hits = await timed('rescoring', () => indexHitsOf(table, request.terms, best));
      const facets = request.withFacets ? await countFacets(db, request.filter, request.excludeIds) : null;
      return { hits, total, facets };
    },
    // It needs nothing but Postgres, as every page does.
    check: () => Promise.resolve(),
    async count() {
      return (await catchUp()).size;
    },
    close: () => Promise.resolve(),
  };
}

/** Applies changes until there are no more. They may come twice (see `embeddingChanges`); that does no harm. */
async function followChanges(db: Database, held: Held): Promise<void> {
  const changes = await embeddingChanges(db, held.table.spaceIds, held.cursor);
  for (const { artworkId, spaceId, vector } of changes.upserts) held.table.set(artworkId, spaceId, vector);
  for (const artworkId of changes.removedArtworkIds) held.table.remove(artworkId);
  held.cursor = changes.cursor;
}

function idsThatMatch(db: Database, filter: ArtworkFilter): Promise<string[] | null> {
  const narrows = filter.text !== undefined || Object.keys(filter.facets ?? {}).length > 0;
  return narrows ? matchingIds(db, filter) : Promise.resolve(null);
}

function refuseForeignSpaces(table: WorkTable, { terms }: IndexRequest): void {
  for (const { kind, spaceId } of terms) {
    if (!table.spaceIds.includes(spaceId))
      throw new Problem(
        'conflict',
        `The ${kind} vector is of the space ${spaceId}, which is not searched now; vectors of different spaces cannot be compared. Held are: ${table.spaceIds.join(', ') || 'none'}.`,
        { spaceId, held: table.spaceIds },
      );
  }
}
