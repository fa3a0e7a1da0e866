import { type Artwork } from './artwork';
import { artworkOf, withMakersAndImage } from './artwork-rows';
import { type DatabaseClient } from './database';

/** What `samples/manifest.csv` says of where every work is from. */
export const sampleSource = 'Gafu sample collection';

/** Works of the sample collection that are in the catalogue, by title, which no two of them share. */
export async function findSampleArtworks(
  db: DatabaseClient,
  titles: readonly string[],
): Promise<ReadonlyMap<string, Artwork>> {
  const rows = await db.artwork.findMany({
    where: { collection: sampleSource, title: { in: [...titles] } },
    include: withMakersAndImage,
  });
  return new Map(rows.map((row) => [row.title, artworkOf(row)]));
}
