import { type Artwork } from '@/lib/catalog/artwork';
import { findArtwork } from '@/lib/catalog/artworks.repository';
import { database } from '@/lib/catalog/database';
import { oncePerRequest } from '@/lib/platform/request-context';
import { timed } from '@/lib/platform/stage';

/** The artwork of an address, read once per request; null for an id that is unknown or cannot exist. */
export async function readWork(id: string): Promise<Artwork | null> {
  return oncePerRequest(`work ${id}`, () => timed('catalog', async () => findArtwork(await database(), id)));
}
