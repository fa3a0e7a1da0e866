import { type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { localeAddress } from '@/i18n/locale-address';
import { localeCookie, preferredLocale, rememberLocale } from '@/i18n/preferred-locale';
import { lightBoxCookie } from '@/lib/search/light-box-cookie';
import { type CapturedAnswer } from './capture';

/** A page, by which Next.js and the pages themselves tell requests apart; null if this request is for itself alone. */
export function pageKey(
  request: Pick<IncomingMessage, 'method' | 'url' | 'headers'>,
  origin: string,
): string | null {
  const { method, url = '/', headers } = request;
  const [pathname = '/'] = url.split('?');
  if (method !== 'GET' || isForRouter(headers) || !isPage(pathname)) return null;
  const cookies = cookiesOf(headers);
  // Whoever is signed in, and whoever has just sent a form, is shown pages of their own.
  if ([...cookies.keys()].some((name) => name !== localeCookie && name !== lightBoxCookie)) return null;
  const visit = {
    pathname,
    headers: { get: (name: string) => headerOf(headers, name) },
    remembered: cookies.get(localeCookie),
  };
  if (preferredLocale(visit) !== null || rememberLocale(visit) !== null) return null;
  return `${origin}${url}`;
}

/** Whether everybody may be sent this answer, as its `Cache-Control` says (proxy.ts). */
export function isForEveryone({ status, headers }: CapturedAnswer): boolean {
  return (
    status === 200 &&
    headers['set-cookie'] === undefined &&
    /^text\/html\b/.test(String(headers['content-type'])) &&
    /^public\b/.test(String(headers['cache-control']))
  );
}

/** Asked for by Next.js' client, which wants a page's parts. */
function isForRouter(headers: IncomingHttpHeaders): boolean {
  return Object.keys(headers).some((name) => name === 'rsc' || name.startsWith('next-'));
}

/** Files and route handlers set their own rules, and most of them are quick. */
function isPage(pathname: string): boolean {
  const [, first = ''] = localeAddress(pathname).path.split('/');
  return ['', 'about', 'browse', 'developers', 'quality', 'search', 'works'].includes(first);
}

function cookiesOf({ cookie = '' }: IncomingHttpHeaders): ReadonlyMap<string, string> {
  const pairs = cookie.split(';').flatMap((part): [string, string][] => {
    const [name = '', ...value] = part.trim().split('=');
    return name === '' ? [] : [[name, value.join('=')]];
  });
  return new Map(pairs);
}

function headerOf(headers: IncomingHttpHeaders, name: string): string | null {
  const value = headers[name];
  return Array.isArray(value) ? value.join(', ') : (value ?? null);
}
