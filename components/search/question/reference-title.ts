import { useLocale, useTranslations } from 'next-intl';
import { titleIn } from '@/lib/catalog/in-language';
import { type SearchReference } from '@/lib/search/references';

/** What a picture of the question is called. */
export function useReferenceTitle(): (reference: SearchReference) => string {
  const t = useTranslations('search');
  const language = useLocale();
  return ({ kind, artwork, detail }) => {
    if (kind === 'palette') return t('pickedColours');
    const title = artwork ? titleIn(artwork, language) : t('yourPicture');
    return detail ? t('detailOf', { title }) : title;
  };
}
