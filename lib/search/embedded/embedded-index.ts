import { type ArtworkFilter } from '@/lib/catalog/artwork';
import { matchingIds } from '@/lib/catalog/artworks.repository';
import { type Database } from '@/lib/catalog/database';
import { countFacets } from '@/lib/catalog/facets.repository';
import { type EmbeddingChanges, embeddingChanges } from '@/lib/catalog/embeddings.repository';
import { liveSpaces } from '@/lib/catalog/spaces.repository';
import { currentMark, isUnchangedSince, markedSpaces } from '@/lib/catalog/unchanged';
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
 * The index for one machine: all embeddings of the live spaces in memory, compared exactly, filters and facets asked
 * of Postgres. Before every search it asks whether something has changed there since the last one, and reads that, so
 * that what any process wrote before the search is seen by it; searches that come together share the reading.
 */
export function embeddedIndex(db: Database): SearchIndex {
  let held: Held = { table: new WorkTable([]), cursor: null };

  const readChanges = coalesce(async (): Promise<WorkTable> => {
    // Read together, since the spaces are nearly always those that are held.
    const [live, changes] = await Promise.all([liveSpaces(db), changesFor(db, held)]);
    const spaceIds = Object.values(live)
      .filter((id) => id !== undefined)
      .sort();
    if (spaceIds.join() === held.table.spaceIds.join()) {
      applyChanges(held, changes);
    } else {
      // The old table stays in use until the new one is complete, for searches that have caught up with it already.
      const next = { table: new WorkTable(spaceIds), cursor: null };
      applyChanges(next, await changesFor(db, next));
      held = next;
    }
    return held.table;
  });

  const catchUp = async (): Promise<WorkTable> => {
    const mark = await currentMark(db);
    const { table, cursor } = held;
    const known = { xmin: BigInt(cursor ?? 0), spaces: markedSpaces(table.spaceIds) };
    return isUnchangedSince(known, mark) ? table : readChanges();
  };

  return {
    name: 'embedded',
    async search(request) {
      const [table, matching, facets] = await Promise.all([
        catchUp(),
        idsThatMatch(db, request.filter),
        request.withFacets ? countFacets(db, request.filter, { exceptIds: request.excludeIds }) : null,
      ]);
      refuseForeignSpaces(table, request);
      const { best, total } = rankWorks(table, request, matching);
      const hits = await timed('rescoring', () => indexHitsOf(table, request, best));
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

/** What has changed in the spaces held; null if none are. */
async function changesFor(db: Database, { table, cursor }: Held): Promise<EmbeddingChanges | null> {
  return table.spaceIds.length > 0 ? embeddingChanges(db, table.spaceIds, cursor) : null;
}

/** Changes may come twice (see `embeddingChanges`); that does no harm. */
function applyChanges(held: Held, changes: EmbeddingChanges | null): void {
  if (changes === null) return;
  for (const { artworkId, spaceId, vector } of changes.upserts) held.table.set(artworkId, spaceId, vector);
  for (const artworkId of changes.removedArtworkIds) held.table.remove(artworkId);
  held.cursor = changes.cursor;
}

function idsThatMatch(db: Database, filter: ArtworkFilter): Promise<string[] | null> {
  const { text, facets = {}, years } = filter;
  const narrows = text !== undefined || years !== undefined || Object.keys(facets).length > 0;
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
