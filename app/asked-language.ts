import { hasLocale, type Locale } from 'next-intl';
import { routing } from '@/i18n/routing';

/** The language that the parameter `lang` names, for what is no page and so has none in its path; else the first one. */
export function askedLanguage(request: Request): Locale {
  const asked = new URL(request.url).searchParams.get('lang');
  return hasLocale(routing.locales, asked) ? asked : routing.defaultLocale;
}

/** The parameter, for an address in a language; none for the first language. */
export function languageParameter(locale: Locale): Record<string, string> {
  return locale === routing.defaultLocale ? {} : { lang: locale };
}
