import { findArtwork, setArtworkState } from '@/lib/catalog/artworks.repository';
import { isEmbeddedAlike, lockArtwork } from '@/lib/catalog/artwork-edits.repository';
import { database, inTransaction } from '@/lib/catalog/database';
import { findEmbedding, saveEmbeddings } from '@/lib/catalog/embeddings.repository';
import { type Vision } from '@/lib/vision/node/vision';
import { embeddingKinds } from '@/lib/vision/embedding';
import { embedPicture } from '../embed-picture';
import { ensureSpaces } from '../feature-spaces';
import { type JobResult } from './job-queue';

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
  const result = await embedPicture(vision, artwork.image.key, artwork.crop);
  return inTransaction(db, async (transaction) => {
    const now = await lockArtwork(transaction, artworkId);
    if (now === null) return { status: 'skipped', reason: 'the work was deleted' };
    // Whoever changed it has asked for a job for the new one.
    if (!isEmbeddedAlike(artwork, now)) {
      return { status: 'skipped', reason: 'its picture or crop was changed meanwhile' };
    }
    if ('reason' in result) {
      await setArtworkState(transaction, artworkId, 'failed', result.reason);
      return { status: 'failed', reason: result.reason };
    }
    await setArtworkState(transaction, artworkId, 'ready');
    await saveEmbeddings(transaction, artworkId, result);
    return { status: 'success' };
  });
}

/** The last attempt failed too: the curator sees why, and nothing stays pending for ever. */
export async function giveUpExtraction(artworkId: string, reason: string): Promise<void> {
  const failure = `Gafu tried several times and could not embed this picture. The last reason: ${reason}`;
  await setArtworkState(await database(), artworkId, 'failed', failure);
}
