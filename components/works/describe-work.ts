import { type Artwork } from '@/lib/catalog/artwork';
import { type DescribedWork, type Fact } from '@/lib/standards/described-work';
import {
  altText,
  type ArtworkWords,
  dateLabel,
  makerLabel,
  makerName,
  makersLabel,
  titleLabel,
} from './artwork-label';

/** A work in the words of its page, for formats that other programs read. */
export function describeWork(t: ArtworkWords, artwork: Artwork): DescribedWork {
  const { creditLine, collection, rights, heightCm, widthCm } = artwork;
  const date = dateLabel(t, artwork);
  const size = heightCm === null || widthCm === null ? null : t('size', { height: heightCm, width: widthCm });
  const fact = (label: string, ...values: (string | null)[]): Fact[] => {
    const known = values.filter((value) => value !== null);
    return known.length === 0 ? [] : [{ label, values: known }];
  };
  const credited = artwork.makers.map((maker) =>
    [makerName(t, maker), maker.role && t('role', { role: maker.role })].filter(Boolean).join(' '),
  );
  const terms = [creditLine ?? collection, rights].filter((text) => text !== null);
  return {
    artwork,
    titleLine: titleLabel(t, artwork),
    makers: makersLabel(t, artwork),
    makerLine: makerLabel(t, artwork),
    date,
    alt: altText(t, artwork),
    facts: [
      ...fact(t('otherTitles'), ...artwork.titles.slice(1).map(({ text }) => text)),
      ...fact(t('maker'), ...credited),
      ...fact(t('date'), date),
      ...fact(t('kind'), artwork.objectKind),
      ...fact(t('medium'), artwork.medium),
      ...fact(t('technique'), artwork.technique),
      ...fact(t('movement'), ...artwork.movements),
      ...fact(t('genre'), ...artwork.genres),
      ...fact(t('subject'), ...artwork.subjects),
      ...fact(t('dimensions'), artwork.dimensionsText ?? size),
      ...fact(t('placeMade'), artwork.placeMade),
      ...fact(t('collection'), collection),
      ...fact(t('accessionNumber'), artwork.accessionNumber),
    ],
    credit: terms.length === 0 ? null : { label: t('creditLine'), values: [terms.join(', ')] },
  };
}
