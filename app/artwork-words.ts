import { getTranslations } from 'next-intl/server';
import { type ArtworkWords } from '@/components/works/artwork-label';
import { routing } from '@/i18n/routing';

/** The words for works outside a page: in the site's first language. */
export function artworkWords(): Promise<ArtworkWords> {
  return getTranslations({ locale: routing.defaultLocale, namespace: 'artwork' });
}
