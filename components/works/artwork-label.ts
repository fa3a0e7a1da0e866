import { type useTranslations } from 'next-intl';
import { type Artwork } from '@/lib/catalog/artwork';

type Labelled = Pick<Artwork, 'title' | 'artist' | 'movement' | 'subject' | 'dateText' | 'year'>;
export type ArtworkWords = ReturnType<typeof useTranslations<'artwork'>>;

/** When a work was made, as its label prints it; null when nothing is known. */
export function dateLabel(
  t: ArtworkWords,
  { dateText, year }: Pick<Artwork, 'dateText' | 'year'>,
): string | null {
  if (dateText) return dateText;
  if (year === null) return null;
  return year < 0 ? t('yearBefore', { year: String(-year) }) : String(year);
}

/** The line under a title: artist and date, as far as they are known. */
export function makerLabel(t: ArtworkWords, artwork: Pick<Artwork, 'artist' | 'dateText' | 'year'>): string {
  return [artwork.artist ?? t('unknownArtist'), dateLabel(t, artwork)].filter(Boolean).join(', ');
}

/** The title, with the artist if one is known. */
export function titleLabel(t: ArtworkWords, { title, artist }: Pick<Artwork, 'title' | 'artist'>): string {
  return artist ? t('titleByArtist', { title, artist }) : title;
}

/** What a picture shows, for people who cannot see it: all that the catalogue knows, in one phrase. */
export function altText(t: ArtworkWords, artwork: Labelled): string {
  const { movement, subject } = artwork;
  const name = titleLabel(t, artwork);
  const kind = [movement, subject && t('subjectOf', { subject })].filter(Boolean).join(', ');
  return kind ? t('altWithKind', { name, kind }) : name;
}
