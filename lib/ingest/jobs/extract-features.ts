import { findArtwork, setArtworkState } from '@/lib/catalog/artworks.repository';
import { database, inTransaction } from '@/lib/catalog/database';
import { findEmbedding, saveEmbeddings } from '@/lib/catalog/embeddings.repository';
import { imageStore } from '@/lib/images/image-store';
import { networkInput } from '@/lib/images/network-input';
import { Problem } from '@/lib/platform/problem';
import { type Vision } from '@/lib/vision/node/vision';
import { embeddingKinds } from '@/lib/vision/embedding';
import { type Pixels } from '@/lib/vision/pixels';
import { type View } from '@/lib/vision/view';
import { ensureSpaces, spacedVectors } from '../feature-spaces';
import { type JobResult } from './job-queue';

const pictureProblems: readonly string[] = [
  'invalid-request',
  'too-large',
  'unsupported-picture',
  'unreadable-picture',
];

/** Whether the picture itself is at fault: then it will be the same at every try. */
export function isPictureProblem(error: unknown): error is Problem {
  return error instanceof Problem && pictureProblems.includes(error.kind);
}

async function readPixels(imageKey: string, view: View): Promise<Pixels | { reason: string }> {
  const bytes = await imageStore().get(imageKey);
  if (bytes === null) return { reason: 'Its stored picture is missing. Upload the picture again.' };
  try {
    return await networkInput(bytes, view);
  } catch (error) {
    if (isPictureProblem(error)) return { reason: error.message };
    throw error;
  }
}

/**
 * Computes a work's embeddings in the spaces of `vision` and makes it searchable. May be run any number of times,
 * by several workers at once, and be ended anywhere: the end state is the same.
 *
 * @throws what may get well: the pool, the database, the image store out of reach
 */
export async function extractFeatures(artworkId: string, vision: Vision): Promise<JobResult> {
  const db = await database();
  await ensureSpaces(db, vision);
  const artwork = await findArtwork(db, artworkId);
  if (artwork === null) return { status: 'skipped', reason: 'the work was deleted' };
  const present = await Promise.all(
    embeddingKinds.map((kind) => findEmbedding(db, artworkId, vision.spaces[kind].id)),
  );
  if (artwork.state === 'ready' && present.every((embedding) => embedding !== null)) {
    return { status: 'skipped', reason: 'the work is ready in these spaces' };
  }
  const pixels = await readPixels(artwork.image.key, vision.view);
  if ('reason' in pixels) {
    await setArtworkState(db, artworkId, 'failed', pixels.reason);
    return { status: 'failed', reason: pixels.reason };
  }
  const { embeddings } = await vision.embed(pixels);
  return inTransaction(db, async (transaction) => {
    // The row is locked by this update: a work that is deleted meanwhile is gone before, or removed after.
    if (!(await setArtworkState(transaction, artworkId, 'ready'))) {
      return { status: 'skipped', reason: 'the work was deleted' };
    }
    await saveEmbeddings(transaction, artworkId, spacedVectors(vision, embeddings));
    return { status: 'success' };
  });
}

/** The last attempt failed too: the curator is told, and nothing stays pending for ever. */
export async function giveUpExtraction(artworkId: string, reason: string): Promise<void> {
  const failure = `Gafu tried again and again and could not look at this picture. The last reason: ${reason}`;
  await setArtworkState(await database(), artworkId, 'failed', failure);
}
