import { isDeepStrictEqual } from 'node:util';
import { type ArtworkDetails } from '@/lib/catalog/artwork';

/**
 * What an update of a source makes of a work: fields that the source has changed since it was asked last, but none
 * that a curator has changed in the meantime.
 *
 * @param before as the source said it last
 * @param now as the source says it now
 * @returns null if nothing changes
 */
export function mergeDetails(
  work: ArtworkDetails,
  before: ArtworkDetails,
  now: ArtworkDetails,
): ArtworkDetails | null {
  const names = Object.keys(now) as (keyof ArtworkDetails)[];
  const changed = names.filter(
    (name) => !isDeepStrictEqual(now[name], before[name]) && isDeepStrictEqual(work[name], before[name]),
  );
  if (changed.length === 0) return null;
  return { ...work, ...Object.fromEntries(changed.map((name) => [name, now[name]])) };
}
