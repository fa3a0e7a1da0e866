import { type Artwork, type ArtworkImage } from '@/lib/catalog/artwork';
import { findArtworks } from '@/lib/catalog/artworks.repository';
import { type DatabaseClient } from '@/lib/catalog/database';
import { isSamePicture, sameHashBitsMax } from '@/lib/images/same-picture';

const candidatesMax = 100;
const reportedMax = 5;

/** Works whose picture looks the same though its bytes differ, nearest first, five at most. */
export async function findNearDuplicates(
  db: DatabaseClient,
  image: Pick<ArtworkImage, 'key' | 'width' | 'height' | 'colour' | 'perceptualHash'>,
): Promise<Artwork[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM (
      SELECT artworks.id,
        bit_count(('x' || perceptual_hash)::bit(64) # ('x' || ${image.perceptualHash})::bit(64)) AS distance
      FROM images JOIN artworks ON artworks.image_key = images.key
      WHERE images.key <> ${image.key} AND artworks.deleted_at IS NULL
    ) AS others WHERE distance <= ${sameHashBitsMax} ORDER BY distance, id LIMIT ${candidatesMax}`;
  const candidates = await findArtworks(
    db,
    rows.map(({ id }) => id),
  );
  return candidates.filter((work) => isSamePicture(work.image, image)).slice(0, reportedMax);
}
