import { type useTranslations } from 'next-intl';
import { type Artwork } from '@/lib/catalog/artwork';
import { type MakerCredit } from '@/lib/catalog/maker';
import { plainDate } from '@/lib/dates/plain-date';

type Labelled = Pick<Artwork, 'titles' | 'makers' | 'movements' | 'subjects' | 'altTexts'>;
export type ArtworkWords = ReturnType<typeof useTranslations<'artwork'>>;

/**
 * When a work was made; null when nothing is known. English prints what the catalogue says; other languages print it in
 * their own way if it says nothing more than they can.
 */
export function dateLabel(
  t: ArtworkWords,
  { dateText, year }: Pick<Artwork, 'dateText' | 'year'>,
): string | null {
  if (dateText) return printedDate(t, dateText);
  if (year === null) return null;
  return yearLabel(t, year);
}

/** @param year negative before the common era */
export function yearLabel(t: ArtworkWords, year: number): string {
  return year < 0
    ? t('yearBefore', { year: String(-year) })
    : t('dates.year', { text: String(year), year: String(year) });
}

function printedDate(t: ArtworkWords, text: string): string {
  const date = plainDate(text);
  if (date === null) return text;
  if (date.kind === 'century') return t('dates.century', { ...date, text });
  if (date.kind === 'range' || date.kind === 'circaRange') return t(`dates.${date.kind}`, { ...date, text });
  return t(`dates.${date.kind}`, { ...date, text });
}

/** "Workshop of Rembrandt" */
export function makerName(
  t: ArtworkWords,
  { name: ownName, shownName: name = ownName, qualifier }: MakerCredit,
): string {
  return qualifier === null || qualifier === 'unknown' ? name : t(`qualifiers.${qualifier}`, { name });
}

function makerNames(t: ArtworkWords, { makers }: Pick<Artwork, 'makers'>): string | null {
  return makers.map((maker) => makerName(t, maker)).join(t('comma')) || null;
}

/** All makers, as one text. */
export function makersLabel(t: ArtworkWords, artwork: Pick<Artwork, 'makers'>): string {
  return makerNames(t, artwork) ?? t('unknownArtist');
}

/** The line under a title: makers and date, as far as they are known. */
export function makerLabel(t: ArtworkWords, artwork: Pick<Artwork, 'makers' | 'dateText' | 'year'>): string {
  return [makersLabel(t, artwork), dateLabel(t, artwork)].filter(Boolean).join(t('comma'));
}

/** The title, with the makers if any are known. */
export function titleLabel(t: ArtworkWords, artwork: Pick<Artwork, 'titles' | 'makers'>): string {
  const title = artwork.titles[0]?.text ?? '';
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
