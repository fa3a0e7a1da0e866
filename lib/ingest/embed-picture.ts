import { type SpacedVector } from '@/lib/catalog/embeddings.repository';
import { type Region } from '@/lib/images/region';
import { isCrash } from '@/lib/vision/node/process-pool';
import { type Vision } from '@/lib/vision/node/vision';
import { spacedVectors } from './feature-spaces';
import { readStoredPixels } from './stored-pixels';

/**
 * The embeddings of a stored picture in the spaces of `vision`, or why it will never have any.
 *
 * @param crop what of the picture is embedded; null: all of it
 * @throws what may get well: the pool or the image store out of reach
 */
export async function embedPicture(
  vision: Vision,
  imageKey: string,
  crop: Region | null = null,
): Promise<readonly SpacedVector[] | { readonly reason: string }> {
  const pixels = await readStoredPixels(imageKey, vision.view, crop);
  if ('reason' in pixels) return pixels;
  const result = await vision.embed(pixels).catch(crashReason);
  return 'reason' in result ? result : spacedVectors(vision, result.embeddings);
}

/** Why a picture that ended the extraction processes is not tried again. @throws every other error */
function crashReason(error: unknown): { reason: string } {
  if (isCrash(error)) return { reason: error.message };
  throw error;
}
