import { isDeepStrictEqual } from 'node:util';
import { type Artwork, type ArtworkDetails } from '@/lib/catalog/artwork';
import { findArtwork, findArtworkByImage, pictureTaken } from '@/lib/catalog/artworks.repository';
import { type DatabaseClient } from '@/lib/catalog/database';
import { findArtworkIdBySource } from '@/lib/catalog/source-files.repository';
import { Problem } from '@/lib/platform/problem';
import { type SafePicture } from '@/lib/images/safe-picture';
import { isSamePicture } from '@/lib/images/same-picture';
import { mergeDetails } from './merge-details';
import { columnOfDetail, type WorkColumn, type WorkRow } from './works-list';

/** What a row does to the collection. */
export type RowPlan =
  | { readonly kind: 'add' }
  | {
      readonly kind: 'update';
      readonly artwork: Artwork;
      readonly details: ArtworkDetails;
      /** The columns whose details change, and `picture` if the file has another one now. */
      readonly changed: readonly (WorkColumn | 'picture')[];
    };

/**
 * Finds a row's work: the one with this very picture, else the one that was added from this file. The file may have
 * another picture now: it is the same work if the pictures look the same or title and artist have stayed. Otherwise
 * the file's name was used again, for a new work.
 *
 * @param path of the row's file, absolute
 * @throws Problem `invalid-request` if this very picture belongs to a work that was deleted and can be restored
 */
export async function planRow(
  db: DatabaseClient,
  row: WorkRow,
  path: string,
  picture: SafePicture,
): Promise<RowPlan> {
  const samePicture = await findArtworkByImage(db, picture.key);
  if (samePicture && samePicture.deletedAt !== null)
    throw new Problem('invalid-request', pictureTaken(samePicture).message);
  if (samePicture) return updatePlan(samePicture, row, false);
  const id = await findArtworkIdBySource(db, path);
  const sameFile = id === null ? null : await findArtwork(db, id);
  const isSameWork =
    sameFile !== null &&
    sameFile.deletedAt === null &&
    (isSamePicture(sameFile.image, picture) || changedColumns(sameFile, namesOf(row)).length === 0);
  return isSameWork ? updatePlan(sameFile, row, true) : { kind: 'add' };
}

/** What the row calls its work, as far as the list has columns for it. */
function namesOf({ given: { titles, makers } }: WorkRow): Partial<ArtworkDetails> {
  return { ...(titles && { titles }), ...(makers && { makers }) };
}

function updatePlan(artwork: Artwork, { given }: WorkRow, isNewPicture: boolean): RowPlan {
  const changed = changedColumns(artwork, given);
  return {
    kind: 'update',
    artwork,
    details: mergeDetails(artwork, given),
    changed: isNewPicture ? [...changed, 'picture'] : changed,
  };
}

function changedColumns(artwork: Artwork, given: Partial<ArtworkDetails>): WorkColumn[] {
  const details = mergeDetails(artwork, given);
  const names = Object.keys(given) as (keyof ArtworkDetails)[];
  const changed = names.filter((name) => !isDeepStrictEqual(details[name], artwork[name]));
  return [...new Set(changed.map((name) => columnOfDetail[name]))];
}
