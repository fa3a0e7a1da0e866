import { isServedOverHttps } from '@/lib/platform/site-origin';

const lifetimeSeconds = 60;

/** What a form has made that is shown once and kept nowhere: a one-time link, or an API token. */
export interface ShownOnce {
  /** Whom or what it is for. */
  readonly name: string;
  readonly secret: string;
}

/** The `Set-Cookie` that carries it to `page`, a path without a language: it works without client JavaScript. */
export function shownOnceCookie(page: string, shown: ShownOnce): string {
  const https = isServedOverHttps() ? '; Secure' : '';
  const value = Buffer.from(JSON.stringify([page, shown.name, shown.secret])).toString('base64url');
  return `${shownOnceName(page)}=${value}; Path=/; Max-Age=${lifetimeSeconds}; HttpOnly; SameSite=Lax${https}`;
}

/** Null without such a cookie, or with one that cannot be read. */
export function readShownOnce(
  cookies: { get(name: string): { readonly value: string } | undefined },
  page: string,
): ShownOnce | null {
  try {
    const value = cookies.get(shownOnceName(page))?.value ?? '';
    const parsed: unknown = JSON.parse(Buffer.from(value, 'base64url').toString('utf8'));
    if (!Array.isArray(parsed) || !parsed.every((part) => typeof part === 'string')) return null;
    const [of, name = '', secret = ''] = parsed;
    return of === page ? { name, secret } : null;
  } catch {
    return null;
  }
}

/** The `Set-Cookie` that removes it, once `page` has shown it. */
export function forgetShownOnceCookie(page: string): string {
  return `${shownOnceName(page)}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`;
}

export function shownOnceName(page: string): string {
  return `gafu_once${page.replaceAll('/', '_')}`;
}
