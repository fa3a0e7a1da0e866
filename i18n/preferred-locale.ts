import Negotiator from 'negotiator';
import { hasLocale, type Locale } from 'next-intl';
import { localeAddress } from './locale-address';
import { routing } from './routing';

/** Remembers the language that a visitor chose. */
export const localeCookie = 'language';
const yearSeconds = 31_536_000;

export interface PageVisit {
  readonly pathname: string;
  readonly headers: Pick<Headers, 'get'>;
  /** The value of {@link localeCookie}. */
  readonly remembered: string | undefined;
}

/**
 * The language that a visit from outside is led to, if it is not that of its address: the one that the visitor chose
 * here before, else the first of `Accept-Language` that there is. An address that names its language is left alone, and
 * so is a visit from a page of this site, which has chosen.
 */
export function preferredLocale({ pathname, headers, remembered }: PageVisit): Locale | null {
  const { locale, isPrefixed } = localeAddress(pathname);
  if (isPrefixed || isFromHere(headers)) return null;
  const preferred = hasLocale(routing.locales, remembered) ? remembered : acceptedLocale(headers);
  return preferred === locale ? null : preferred;
}

/**
 * The `Set-Cookie` that remembers the language of this page, if the page before, also of this site, had another. What a
 * script fetches, such as our service worker, nobody has chosen.
 */
export function rememberLocale({ pathname, headers, remembered }: PageVisit): string | null {
  const { locale } = localeAddress(pathname);
  const sender = headers.get('referer');
  if ((headers.get('sec-fetch-mode') ?? 'navigate') !== 'navigate') return null;
  if (!isFromHere(headers) || remembered === locale || sender === null || !URL.canParse(sender)) return null;
  if (localeAddress(new URL(sender).pathname).locale === locale) return null;
  return `${localeCookie}=${locale}; Path=/; Max-Age=${yearSeconds}; SameSite=Lax`;
}

/** The first language of `Accept-Language` that there are pages in; English if it names none. */
export function acceptedLocale(headers: Pick<Headers, 'get'>): Locale {
  const accepted = new Negotiator({ headers: { 'accept-language': headers.get('accept-language') ?? '*' } });
  const [first] = accepted.languages([...routing.locales]);
  return hasLocale(routing.locales, first) ? first : routing.defaultLocale;
}

/** Whether a page of this site sent it. Browsers leave `Sec-Fetch-Site` out where a site is reached without encryption. */
export function isFromHere(headers: Pick<Headers, 'get'>): boolean {
  const site = headers.get('sec-fetch-site');
  const sender = headers.get('referer');
  if (site !== null) return site === 'same-origin';
  return sender !== null && URL.canParse(sender) && new URL(sender).host === headers.get('host');
}
