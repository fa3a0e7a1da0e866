/** `secret`: for curators only, or reached by the unguessable id of an upload, so for whoever knows the id. */
export type Audience = 'collection' | 'secret';

/**
 * `Cache-Control` of everything that depends on its audience. An answer is asked about again each time; a picture of
 * the collection never changes; one that is secret is kept for minutes, since uploads expire and curators sign out.
 */
export function cacheControl(audience: Audience, content: 'answer' | 'picture' = 'answer'): string {
  if (audience === 'secret') return content === 'picture' ? 'private, max-age=600' : 'private, no-cache';
  return content === 'picture' ? 'public, max-age=31536000, immutable' : 'public, no-cache';
}
