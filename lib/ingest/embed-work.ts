import { setArtworkState } from '@/lib/catalog/artworks.repository';
import { type DatabaseClient } from '@/lib/catalog/database';
import { takePictureEmbeddings } from '@/lib/catalog/picture-embeddings.repository';
import { enqueueExtraction } from './jobs/job-queue';

interface StoredWork {
  readonly artworkId: string;
  /** Of a picture that is embedded whole; null: a crop is. */
  readonly imageKey: string | null;
  /** How long workers leave the job alone, for a caller that finds the features itself. */
  readonly delaySeconds?: number;
}

/**
 * Makes a stored work ready if its picture was embedded before, in a batch; else asks for its features. Call it in the
 * transaction that stores the work.
 * @returns whether it is ready
 */
export async function embedOrEnqueue(
  transaction: DatabaseClient,
  { artworkId, imageKey, delaySeconds = 0 }: StoredWork,
): Promise<boolean> {
  if (imageKey !== null && (await takePictureEmbeddings(transaction, { artworkId, imageKey })))
    return await setArtworkState(transaction, artworkId, 'ready');
  await enqueueExtraction(transaction, { artworkId, delaySeconds });
  return false;
}
