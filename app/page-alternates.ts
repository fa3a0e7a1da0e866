import { type Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { inLanguage } from '@/i18n/locale-address';
import { routing } from '@/i18n/routing';

/**
 * Where search engines and other programs find a page: its one address, that in every language, and other forms of
 * it.
 * @param path without a language
 * @param forms by media type, each an address
 */
export async function pageAlternates(
  path: string,
  forms: Readonly<Record<string, string>> = {},
): Promise<Metadata['alternates']> {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('site')]);
  const feed = { 'application/atom+xml': [{ url: '/feed.atom', title: t('feed') }] };
  return {
    canonical: inLanguage(locale, path),
    languages: pageLanguages(path),
    types: { ...feed, ...forms },
  };
}

/** A page's addresses by language, with the one for readers of any other language. Empty with one language. */
export function pageLanguages(path: string): Readonly<Record<string, string>> {
  if (routing.locales.length < 2) return {};
  const addresses = routing.locales.map((locale) => [locale, inLanguage(locale, path)]);
  return { ...Object.fromEntries(addresses), 'x-default': inLanguage(routing.defaultLocale, path) };
}
