import { isDeepStrictEqual } from 'node:util';
import { type Artwork, type ArtworkDetails } from '@/lib/catalog/artwork';
import { findArtwork, findArtworkByImage, pictureTaken } from '@/lib/catalog/artworks.repository';
import { type DatabaseClient } from '@/lib/catalog/database';
import { findArtworkIdBySource } from '@/lib/catalog/source-files.repository';
import { Problem } from '@/lib/platform/problem';
import { type SafePicture } from '@/lib/images/safe-picture';
import { isSamePicture } from '@/lib/images/same-picture';
import { mergeDetails, saysSameOfMakers } from './merge-details';
import { columnOfDetail } from './work-columns';
import { type WorkRow } from './work-row';

/** What a row does to the collection. */
export type RowPlan =
  | { readonly kind: 'add' }
  | {
      readonly kind: 'update';
      readonly artwork: Artwork;
      readonly details: ArtworkDetails;
      /** The columns whose details change, and `picture` if the file has another one now. */
      readonly changed: readonly string[];
    };

/**
 * Finds a row's work. Of an export: the one with its id, else the one with this very picture. Of any other list: the
 * one with this very picture, else the one that was added from this file. The file may have another picture now: it is
 * the same work if the pictures look the same or title and artist have stayed. Otherwise the file's name was used
 * again, for a new work.
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
  const sameId = row.exported === null ? null : await findArtwork(db, row.exported.id);
  if (sameId !== null) return planOfSameId(sameId, samePicture, row);
  if (samePicture) return updatePlan(samePicture, row, false);
  if (row.exported !== null) return { kind: 'add' };
  const id = await findArtworkIdBySource(db, path);
  const sameFile = id === null ? null : await findArtwork(db, id);
  const isSameWork =
    sameFile !== null &&
    sameFile.deletedAt === null &&
    (isSamePicture(sameFile.image, picture) ||
      changedColumns(sameFile, { ...row, given: namesOf(row) }).length === 0);
  return isSameWork ? updatePlan(sameFile, row, true) : { kind: 'add' };
}

function planOfSameId(artwork: Artwork, samePicture: Artwork | null, row: WorkRow): RowPlan {
  if (artwork.deletedAt !== null)
    throw new Problem(
      'invalid-request',
      `The work "${artwork.id}" was deleted and can still be restored. Restore it, or delete it for good, at /admin/works/bin.`,
    );
  if (samePicture !== null && samePicture.id !== artwork.id)
    throw new Problem('invalid-request', pictureTaken(samePicture).message);
  return updatePlan(artwork, row, samePicture === null);
}

/** What the row calls its work, as far as the list has columns for it. */
function namesOf({ given: { titles, makers } }: WorkRow): Partial<ArtworkDetails> {
  return { ...(titles && { titles }), ...(makers && { makers }) };
}

function updatePlan(artwork: Artwork, row: WorkRow, isNewPicture: boolean): RowPlan {
  const { crop = isNewPicture ? null : artwork.crop, publication = artwork.publication } = row.decided;
  return {
    kind: 'update',
    artwork,
    details: detailsOf(artwork, row),
    changed: [
      ...changedColumns(artwork, row),
      ...(publication === artwork.publication ? [] : ['publication']),
      // With its picture a work loses the crop that was drawn on it.
      ...(isDeepStrictEqual(crop, isNewPicture ? null : artwork.crop) ? [] : ['crop']),
      ...(isNewPicture ? ['picture'] : []),
    ],
  };
}

function detailsOf(artwork: Artwork, { given, isComplete }: WorkRow): ArtworkDetails {
  return isComplete ? { ...artwork, ...given } : mergeDetails(artwork, given);
}

function changedColumns(artwork: Artwork, row: WorkRow): string[] {
  const details = detailsOf(artwork, row);
  const names = Object.keys(row.given) as (keyof ArtworkDetails)[];
  const changed = names.filter((name) =>
    name === 'makers' && row.exported !== null
      ? !saysSameOfMakers(artwork.makers, details.makers)
      : !isDeepStrictEqual(details[name], artwork[name]),
  );
  return [...new Set(changed.map((name) => columnOfDetail[name]))];
}
