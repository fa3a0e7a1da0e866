import { isDeepStrictEqual } from 'node:util';
import { type Artwork, type ArtworkDetails, type Publication } from './artwork';
import { findArtwork } from './artworks.repository';
import { detailColumns } from './artwork-rows';
import { type DatabaseClient } from './database';
import { type ExportedMakers } from './exported-identity';
import { saveCredits } from './makers.repository';
import { Prisma } from './prisma/client';

/** All that a curator decides about a work. */
export interface ArtworkEdit extends ArtworkDetails {
  readonly publication: Publication;
  readonly crop: Artwork['crop'];
}

/**
 * A work that nobody else can change until the transaction ends.
 * @param db the transaction's client
 */
export async function lockArtwork(db: DatabaseClient, id: string): Promise<Artwork | null> {
  await db.$queryRaw`SELECT FROM artworks WHERE id = ${id} FOR UPDATE`;
  return findArtwork(db, id);
}

/** Whether the network is shown the same of both. */
export function isEmbeddedAlike(
  a: Pick<Artwork, 'image' | 'crop'>,
  b: Pick<Artwork, 'image' | 'crop'>,
): boolean {
  return a.image.key === b.image.key && isDeepStrictEqual(a.crop, b.crop);
}

/**
 * Writes an edit of a work that {@link lockArtwork} has read in this transaction. A change of the crop makes it
 * `pending`; its embeddings in spaces that are being prepared are deleted, since the job is about the live ones.
 */
export async function writeEdit(
  db: DatabaseClient,
  before: Artwork,
  edit: ArtworkEdit,
  exportedMakers?: ExportedMakers,
): Promise<Artwork> {
  const { id } = before;
  const isCropChanged = !isDeepStrictEqual(before.crop, edit.crop);
  await db.artwork.update({
    where: { id },
    data: {
      ...detailColumns(edit),
      publication: edit.publication,
      version: { increment: 1 },
      ...(isCropChanged && {
        crop: edit.crop === null ? Prisma.DbNull : { ...edit.crop },
        state: 'pending',
        failure: null,
      }),
    },
  });
  await saveCredits(db, id, edit.makers, exportedMakers);
  if (isCropChanged)
    await db.$executeRaw`
      DELETE FROM embeddings WHERE artwork_id = ${id} AND space_id NOT IN (SELECT space_id FROM live_spaces)`;
  const after = await findArtwork(db, id);
  if (after === null) throw new Error(`The work "${id}" was deleted while it was locked.`);
  return after;
}
