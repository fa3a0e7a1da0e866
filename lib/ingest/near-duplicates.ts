import { type Artwork } from '@/lib/catalog/artwork';
import { findArtworks } from '@/lib/catalog/artworks.repository';
import { type DatabaseClient } from '@/lib/catalog/database';

/** Bits of 64 that may differ: smaller and harder pressed copies of one picture stay within, others hardly come in. */
const distanceMax = 6;
const reportedMax = 5;

/** Works whose picture looks the same though its bytes differ, nearest first, five at most. */
export async function findNearDuplicates(
  db: DatabaseClient,
  image: { readonly key: string; readonly perceptualHash: string },
): Promise<Artwork[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM (
      SELECT artworks.id,
        bit_count(('x' || perceptual_hash)::bit(64) # ('x' || ${image.perceptualHash})::bit(64)) AS distance
      FROM images JOIN artworks ON artworks.image_key = images.key
      WHERE images.key <> ${image.key}
    ) AS others WHERE distance <= ${distanceMax} ORDER BY distance, id LIMIT ${reportedMax}`;
  return findArtworks(
    db,
    rows.map(({ id }) => id),
  );
}
