import { type Locale } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { type ArtworkWords } from '@/components/works/artwork-label';
import { routing } from '@/i18n/routing';

/** The words for works outside a page: without a language in the site's first. */
export function artworkWords(locale: Locale = routing.defaultLocale): Promise<ArtworkWords> {
  return getTranslations({ locale, namespace: 'artwork' });
}
