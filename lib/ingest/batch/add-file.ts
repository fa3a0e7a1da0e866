import {
  type BatchFile,
  changeBatchFile,
  type BatchFileRow,
  withPictureAndWork,
} from '@/lib/catalog/batches.repository';
import { findArtworkByImage } from '@/lib/catalog/artworks.repository';
import { type Database, database } from '@/lib/catalog/database';
import { imageStore } from '@/lib/images/shared-image-store';
import { Problem } from '@/lib/platform/problem';
import { type StorablePicture, storeArtwork } from '../add-artwork';
import { type JobResult } from '../jobs/job-queue';
import { replacePicture } from '../replace-picture';
import { cellsOf, readCells } from './file-cells';
import { type KeptLookalike, lookalikesOf, similarWorks } from './lookalikes';

/**
 * Brings a published file into the collection: as a new work, or as the picture of one that is there. May be run any
 * number of times, and be ended anywhere: the work is stored with the note that it was, or not at all. If the collection
 * has a lookalike by now that nobody has decided about, the file goes back to be decided.
 *
 * @throws what may get well
 */
export async function addBatchFile(id: string): Promise<JobResult> {
  const db = await database();
  const file = await db.batchFile.findUnique({ where: { id }, include: withPictureAndWork });
  if (file?.state !== 'adding') return { status: 'skipped', reason: 'the file was added or removed already' };
  const picture = await storedPicture(file);
  if (picture === null) {
    const reason = 'Its stored picture is missing. Upload the picture again.';
    await changeBatchFile(db, file, { state: 'refused', reason, imageKey: null });
    return { status: 'failed', reason };
  }
  const replaced = lookalikesOf(file).find((other) => other.kind === 'work' && other.id === file.replacesId);
  return file.decision === 'replace' && replaced !== undefined
    ? await replaceWith(file, picture, replaced.id)
    : await addAsWork(db, file, picture);
}

async function storedPicture({ image }: BatchFileRow): Promise<StorablePicture | null> {
  if (image === null || (await imageStore().get(image.key)) === null) return null;
  const { key, width, height, sizeBytes, thumbhash, colour, perceptualHash } = image;
  return {
    key,
    width,
    height,
    sizeBytes,
    thumbhash,
    colour,
    perceptualHash,
    mediaType: 'image/jpeg',
    bytes: null,
  };
}

async function replaceWith(file: BatchFile, picture: StorablePicture, artworkId: string): Promise<JobResult> {
  const db = await database();
  try {
    await replacePicture(artworkId, picture);
  } catch (error) {
    // The work was deleted meanwhile, or another has got this picture.
    if (!(error instanceof Problem) || error.kind === 'unavailable') throw error;
    return await decideAgain(db, file, [], error.message);
  }
  await changeBatchFile(db, file, { state: 'replaced', artworkId, imageKey: null });
  return { status: 'success' };
}

async function addAsWork(db: Database, file: BatchFile, picture: StorablePicture): Promise<JobResult> {
  const cells = readCells(cellsOf(file));
  if ('issues' in cells) return await decideAgain(db, file, [], Object.values(cells.issues).join('; '));
  const newcomers = await newLookalikes(db, file, picture);
  if (newcomers.length > 0)
    return await decideAgain(db, file, newcomers, 'it looks like a work that was added since');
  const { duplicateOf } = await storeArtwork(picture, cells.details, {
    also: async (transaction, stored) => {
      if (stored.duplicateOf !== undefined) return;
      const isNoted = await changeBatchFile(transaction, file, {
        state: 'added',
        artworkId: stored.artwork.id,
        imageKey: null,
      });
      // Somebody else was faster, or the batch was deleted: nothing is to be stored.
      if (!isNoted) throw new Problem('conflict', 'This file was added or removed meanwhile.');
    },
  });
  if (duplicateOf === undefined) return { status: 'success' };
  return await decideAgain(
    db,
    file,
    [{ kind: 'work', id: duplicateOf.id, isExact: true }],
    'its picture was added since',
  );
}

/** Works that look alike and were not there when the file was checked; those of this very batch are known. */
async function newLookalikes(
  db: Database,
  file: BatchFile,
  picture: StorablePicture,
): Promise<KeptLookalike[]> {
  const found = await similarWorks(db, picture, await findArtworkByImage(db, picture.key));
  const own = await db.batchFile.findMany({
    where: { batchId: file.batchId, artworkId: { in: found.map(({ id }) => id) } },
    select: { artworkId: true },
  });
  const known = new Set([
    ...lookalikesOf(file).map(({ id }) => id),
    ...own.map(({ artworkId }) => artworkId),
  ]);
  return found.filter(({ id }) => !known.has(id));
}

async function decideAgain(
  db: Database,
  file: BatchFile,
  lookalikes: readonly KeptLookalike[],
  reason: string,
): Promise<JobResult> {
  const all = [...lookalikesOf(file), ...lookalikes];
  await changeBatchFile(db, file, {
    state: 'checked',
    decision: null,
    replacesId: null,
    lookalikes: all,
    reason,
  });
  return { status: 'failed', reason };
}
