import { isArtworkImage } from '@/lib/catalog/images.repository';
import { database } from '@/lib/catalog/database';
import { Problem } from '@/lib/platform/problem';
import { isUploadRef } from '@/lib/search/query';

/** `secret`: reached by the unguessable id of an upload, so only for whoever knows the id. */
export type Audience = 'collection' | 'secret';

/** Who may see what is made from these works and uploads. */
export function audienceOf(refs: readonly string[]): Audience {
  return refs.some(isUploadRef) ? 'secret' : 'collection';
}

/** Who may see a stored picture. While Postgres cannot tell, it is treated as a secret. */
export async function audienceOfPicture(key: string): Promise<Audience> {
  try {
    return (await isArtworkImage(await database(), key)) ? 'collection' : 'secret';
  } catch (error) {
    if (error instanceof Problem) return 'secret';
    throw error;
  }
}

/**
 * `Cache-Control` of everything that depends on its audience. An answer is asked about again each time; a picture of
 * the collection never changes; a visitor's is kept for minutes, since it expires.
 */
export function cacheControl(audience: Audience, content: 'answer' | 'picture' = 'answer'): string {
  if (audience === 'secret') return content === 'picture' ? 'private, max-age=600' : 'private, no-cache';
  return content === 'picture' ? 'public, max-age=31536000, immutable' : 'public, no-cache';
}
