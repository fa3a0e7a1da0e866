import { useTranslations } from 'next-intl';
import { yearLabel } from '@/components/works/artwork-label';
import { type Artwork } from '@/lib/catalog/artwork';

/** How the date of a work was read: the range of years by which it is filtered and sorted. */
export function DateReading({ artwork }: { artwork: Artwork }) {
  const t = useTranslations('curator');
  const words = useTranslations('artwork');
  const { dateText, yearFrom, yearTo } = artwork;
  // "1889" needs no word on how it was read.
  if (dateText === null || (yearFrom === yearTo && dateText === String(yearFrom))) return null;
  const year = (value: number) => yearLabel(words, value);
  const reading =
    yearFrom !== null && yearTo !== null
      ? yearFrom === yearTo
        ? t('dateReadYear', { date: dateText, year: year(yearFrom) })
        : t('dateReadRange', { date: dateText, from: year(yearFrom), to: year(yearTo) })
      : yearFrom !== null
        ? t('dateReadFrom', { date: dateText, year: year(yearFrom) })
        : yearTo !== null
          ? t('dateReadTo', { date: dateText, year: year(yearTo) })
          : t('dateUnread', { date: dateText });
  return <p className="text-fine text-quiet">{reading}</p>;
}
