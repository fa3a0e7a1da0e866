import { type Artwork } from '@/lib/catalog/artwork';
import { database } from '@/lib/catalog/database';
import { findPublicArtwork } from '@/lib/catalog/public-artwork.repository';
import { Problem } from '@/lib/platform/problem';
import { oncePerRequest } from '@/lib/platform/request-context';
import { timed } from '@/lib/platform/stage';

/** The artwork of an address, read once per request; null for an id that is unknown or cannot exist. */
export async function readWork(id: string): Promise<Artwork | 'withdrawn' | null> {
  return oncePerRequest(`work ${id}`, () => timed('catalog', () => findWork(id)));
}

async function findWork(id: string): Promise<Artwork | 'withdrawn' | null> {
  try {
    return await findPublicArtwork(await database(), id);
  } catch (error) {
    if (error instanceof Problem && error.kind === 'gone') return 'withdrawn';
    throw error;
  }
}
