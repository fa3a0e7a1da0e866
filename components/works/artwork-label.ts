import { type Artwork } from '@/lib/catalog/artwork';

type Labelled = Pick<Artwork, 'title' | 'artist' | 'movement' | 'subject' | 'dateText' | 'year'>;

/** When a work was made, as its label prints it; null when nothing is known. */
export function dateLabel({ dateText, year }: Pick<Artwork, 'dateText' | 'year'>): string | null {
  if (dateText) return dateText;
  if (year === null) return null;
  return year < 0 ? `${-year} BCE` : String(year);
}

/** What a picture shows, for who cannot see it: all that the catalogue knows of it in one phrase. */
export function altText(artwork: Labelled): string {
  const maker = artwork.artist ? ` by ${artwork.artist}` : '';
  const kind = [artwork.movement, artwork.subject && `subject: ${artwork.subject}`]
    .filter(Boolean)
    .join(', ');
  return `${artwork.title}${maker}${kind ? ` (${kind})` : ''}`;
}

/** A whole number with separators, e.g. "2,646". */
export function countLabel(count: number): string {
  return count.toLocaleString('en-GB');
}

/** "1 work", "12 works". */
export function worksLabel(count: number): string {
  return `${countLabel(count)} ${count === 1 ? 'work' : 'works'}`;
}
