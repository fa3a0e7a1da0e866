import { type Artwork } from '@/lib/catalog/artwork';
import { type IndexHit } from './search-index';

/** How many of the nearest works are put in order of year: of works that are far, the year says nothing. */
export const nearestMax = 240;

/** Hits by the year their works were made, works without a year last; of one year, the nearest first. */
export function sortedByYear(
  hits: readonly IndexHit[],
  artworks: ReadonlyMap<string, Pick<Artwork, 'year'>>,
): readonly IndexHit[] {
  const yearOf = ({ artworkId }: IndexHit) => artworks.get(artworkId)?.year ?? Infinity;
  // Infinity less Infinity is not a number.
  return [...hits].sort((a, b) => (yearOf(a) === yearOf(b) ? 0 : yearOf(a) - yearOf(b)));
}
