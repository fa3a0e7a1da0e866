import { requireRole, requireScope } from '@/lib/auth/guard';
import { isScope } from '@/lib/auth/scope';
import { type CookieJar, type SignedIn } from '@/lib/auth/session';
import { requireMetricsToken } from './metrics-access';
import { accessTo, type PageRoute, routeOf } from './routes';

/**
 * Checks that a request to a route handler shows what its route needs (routes.ts): the one guard of forms and the API.
 * @param readCookies of the request; left out for the API, where cookies do not count
 * @throws Problem `unauthenticated` or `forbidden`, with what is needed; `unavailable` if Postgres cannot tell
 */
export async function requireAccess(
  request: Request,
  readCookies?: () => Promise<CookieJar>,
): Promise<SignedIn | null> {
  const { pathname } = new URL(request.url);
  const route = routeOf(pathname);
  const needed = accessTo(route, request.method);
  const authorization = request.headers.get('authorization');
  if (needed === 'everyone') return null;
  if (needed === 'metrics-token') {
    requireMetricsToken(authorization);
    return null;
  }
  if (isScope(needed)) {
    await requireScope(authorization, needed);
    return null;
  }
  if (readCookies === undefined)
    throw new Error(`${route} needs a session, and is answered without cookies.`);
  return requireRole(await readCookies(), needed);
}

/**
 * The same for a page.
 * @returns who is signed in; null on a page for everyone
 * @throws as {@link requireAccess}
 */
export async function requirePageAccess(route: PageRoute, cookies: CookieJar): Promise<SignedIn | null> {
  const needed = accessTo(route, 'GET');
  if (needed === 'everyone') return null;
  if (needed !== 'curator' && needed !== 'administrator')
    throw new Error(`The page ${route} needs "${needed}", which a browser cannot show.`);
  return requireRole(cookies, needed);
}
