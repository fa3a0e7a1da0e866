import { type Artwork, type ArtworkFilter } from './artwork';
import { type Shown, whereMatches } from './artwork-filter';
import { findArtworks } from './artworks.repository';
import { type DatabaseClient } from './database';
import { type ExportedSource } from './exported-identity';
import { detailsAtSource } from './imports.repository';
import { resolveText } from './text-query';

/** Of works, those that exist, the oldest first. */
export async function idsByAge(db: DatabaseClient, filter: ArtworkFilter, shown: Shown): Promise<string[]> {
  const where = whereMatches({ ...filter, text: await resolveText(db, filter.text) }, shown);
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM artworks WHERE ${where} ORDER BY created_at, id`;
  return rows.map(({ id }) => id);
}

/** How many works a list holds, and how large their pictures are together. */
export async function sizeOfWorks(
  db: DatabaseClient,
  filter: ArtworkFilter,
  shown: Shown,
): Promise<{ works: number; pictureBytes: number }> {
  const where = whereMatches({ ...filter, text: await resolveText(db, filter.text) }, shown);
  const [row] = await db.$queryRaw<{ works: number; pictureBytes: number }[]>`
    SELECT count(*)::integer AS works, coalesce(sum(size_bytes), 0)::float8 AS "pictureBytes"
    FROM images JOIN (SELECT image_key FROM artworks WHERE ${where}) AS works ON image_key = key`;
  return row ?? { works: 0, pictureBytes: 0 };
}

export interface WorkToExport {
  readonly artwork: Artwork;
  /** The records of its makers, in their order. */
  readonly makerIds: readonly string[];
  readonly sources: readonly ExportedSource[];
}

/** In the order of `ids`; works that were deleted meanwhile are left out. */
export async function findWorksToExport(db: DatabaseClient, ids: readonly string[]): Promise<WorkToExport[]> {
  const of = { where: { artworkId: { in: [...ids] } } };
  const [artworks, attributions, records] = await Promise.all([
    findArtworks(db, ids),
    db.attribution.findMany({ ...of, orderBy: { position: 'asc' } }),
    db.importedRecord.findMany({ ...of, orderBy: [{ source: 'asc' }, { sourceId: 'asc' }] }),
  ]);
  return artworks
    .filter(({ deletedAt }) => deletedAt === null)
    .map((artwork) => ({
      artwork,
      makerIds: attributions.filter((one) => one.artworkId === artwork.id).map(({ makerId }) => makerId),
      sources: records
        .filter((one) => one.artworkId === artwork.id)
        .map((record) => ({
          source: record.source,
          id: record.sourceId,
          request: record.request,
          details: detailsAtSource(record),
          pictureUrl: record.pictureUrl,
          recordEtag: record.recordEtag,
          recordModified: record.recordModified,
          pictureEtag: record.pictureEtag,
          pictureModified: record.pictureModified,
        })),
    }));
}
