import { type Locale } from 'next-intl';
import { routing } from './routing';

/** The request header from which next-intl reads the language of a page. */
export const localeHeader = 'x-next-intl-locale';

export interface LocaleAddress {
  readonly locale: Locale;
  /** The path without a language, as it is for English. */
  readonly path: string;
  /** Whether the address names the language. */
  readonly isPrefixed: boolean;
}

/** The language and the path of an address: with Japanese, `/ja/browse` is `/browse` in `ja`. */
export function localeAddress(pathname: string): LocaleAddress {
  const [, first, ...rest] = pathname.split('/');
  const locale = routing.locales.find((one) => one === first);
  if (locale === undefined) return { locale: routing.defaultLocale, path: pathname, isPrefixed: false };
  // Without empty parts: `//host` would be an address on another site.
  return { locale, path: `/${rest.filter(Boolean).join('/')}`, isPrefixed: true };
}

/**
 * An own address in the language of the page that a request came from, as its `Referer` says: routes that answer forms
 * have no language of their own.
 */
export function inLanguageOfSender(request: Request, href: string): string {
  const sender = request.headers.get('referer');
  const pathname = sender !== null && URL.canParse(sender) ? new URL(sender).pathname : '/';
  return inLanguage(localeAddress(pathname).locale, href);
}

/**
 * The address of a page, given as a path without a language, in a language. What is no path from the root stays as it
 * is: another site, a place on the page.
 */
export function inLanguage(locale: Locale, href: string): string {
  if (locale === routing.defaultLocale || !/^\/(?!\/)/.test(href)) return href;
  return `/${locale}${href.replace(/^\/(?=$|[?#])/, '')}`;
}
