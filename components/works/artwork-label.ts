import { type useTranslations } from 'next-intl';
import { type Artwork } from '@/lib/catalog/artwork';
import { type MakerCredit } from '@/lib/catalog/maker';

type Labelled = Pick<Artwork, 'title' | 'makers' | 'movements' | 'subjects' | 'altTexts'>;
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

/** "Workshop of Rembrandt" */
export function makerName(t: ArtworkWords, { name, qualifier }: MakerCredit): string {
  return qualifier === null || qualifier === 'unknown' ? name : t(`qualifiers.${qualifier}`, { name });
}

function makerNames(t: ArtworkWords, { makers }: Pick<Artwork, 'makers'>): string | null {
  return makers.map((maker) => makerName(t, maker)).join(', ') || null;
}

/** The line under a title: makers and date, as far as they are known. */
export function makerLabel(t: ArtworkWords, artwork: Pick<Artwork, 'makers' | 'dateText' | 'year'>): string {
  return [makerNames(t, artwork) ?? t('unknownArtist'), dateLabel(t, artwork)].filter(Boolean).join(', ');
}

/** The title, with the makers if any are known. */
export function titleLabel(t: ArtworkWords, artwork: Pick<Artwork, 'title' | 'makers'>): string {
  const { title } = artwork;
  const names = makerNames(t, artwork);
  return names === null ? title : t('titleByArtist', { title, artist: names });
}

/** What a picture shows, for people who cannot see it: the text given for it, or all that the catalogue knows. */
export function altText(t: ArtworkWords, artwork: Labelled): string {
  const { movements, subjects, altTexts } = artwork;
  const [given] = altTexts;
  if (given !== undefined) return given.text;
  const name = titleLabel(t, artwork);
  const subject = subjects.join(', ');
  const kind = [...movements, subject && t('subjectOf', { subject })].filter(Boolean).join(', ');
  return kind ? t('altWithKind', { name, kind }) : name;
}
