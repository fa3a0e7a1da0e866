import { useTranslations } from 'next-intl';
import { type SearchReference } from '@/lib/search/references';

/** What a picture of the question is called. */
export function useReferenceTitle(): (reference: SearchReference) => string {
  const t = useTranslations('search');
  return ({ kind, artwork, detail }) => {
    if (kind === 'palette') return t('pickedColours');
    const title = artwork?.title ?? t('yourPicture');
    return detail ? t('detailOf', { title }) : title;
  };
}
