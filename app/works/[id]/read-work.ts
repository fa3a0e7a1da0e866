import { cache } from 'react';
import { type Artwork } from '@/lib/catalog/artwork';
import { findArtwork } from '@/lib/catalog/artworks.repository';
import { database } from '@/lib/catalog/database';

/** The work of an address, read once a request; null for an id that is unknown or can be none. */
export const readWork = cache(async (id: string): Promise<Artwork | null> => {
  // Postgres refuses some characters that an address can hold.
  return /^[0-9A-Za-z_-]{1,64}$/.test(id) ? findArtwork(await database(), id) : null;
});
