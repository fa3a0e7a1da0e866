import { Problem } from '@/lib/platform/problem';
import { type Artwork } from './artwork';
import { findArtwork } from './artworks.repository';
import { type DatabaseClient } from './database';
import { isPictureId } from './picture-id';

/**
 * A work as visitors see it: null if there is none, or it is a draft.
 * @throws Problem `gone` if it was withdrawn or deleted, for good too
 */
export async function findPublicArtwork(db: DatabaseClient, id: string): Promise<Artwork | null> {
  const artwork = await findArtwork(db, id);
  if (artwork?.isPublic || artwork?.publication === 'draft') return artwork.isPublic ? artwork : null;
  if (artwork === null && !(await wasPublic(db, id))) return null;
  throw withdrawn(id);
}

/** Whether a work that is not there any more was public once: harvesters were told that it is deleted. */
async function wasPublic(db: DatabaseClient, id: string): Promise<boolean> {
  return isPictureId(id) && (await db.harvestRecord.findUnique({ where: { artworkId: id } })) !== null;
}

export function withdrawn(id: string): Problem {
  return new Problem('gone', `The work "${id}" was withdrawn from the collection.`, { id });
}
