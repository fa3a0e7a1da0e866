import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { browseProblemOf } from '@/app/[locale]/browse/browse-query';
import { adminPath } from '@/app/admin-path';
import { cookieName, forgetRefusedFormCookie } from '@/app/refused-form';
import { forgetShownOnceCookie, shownOnceName } from '@/app/shown-once';
import { checkImportAddress } from '@/app/[locale]/admin/imports/check-import-address';
import { worksProblemOf } from '@/app/[locale]/admin/works/works-problem-of';
import { searchProblemOf } from '@/app/[locale]/search/search-problem-of';
import { cacheControl } from '@/lib/platform/cache-control';
import { isPageForEveryone } from '@/app/page-for-everyone';
import { contentSecurityPolicy } from '@/app/security-policy';
import { unavailableProblemOf } from '@/app/unavailable-problem';
import { readWork } from '@/app/[locale]/works/[id]/read-work';
import { inLanguage, localeAddress, type LocaleAddress, localeHeader } from '@/i18n/locale-address';
import { localeCookie, preferredLocale, rememberLocale } from '@/i18n/preferred-locale';
import { routing } from '@/i18n/routing';
import { readOneTimeLink } from '@/lib/auth/one-time-link';
import { getPerson } from '@/lib/auth/people.repository';
import { getBatch } from '@/lib/catalog/batches.repository';
import { titleSlug, workHref } from '@/lib/catalog/work-address';
import { database } from '@/lib/catalog/database';
import { isCollectionUnavailable } from '@/lib/catalog/database-outage';
import { withdrawn } from '@/lib/catalog/public-artwork.repository';
import { requirePageAccess } from '@/lib/operations/guard';
import { type PageRoute, pageRoutes, routeOf } from '@/lib/operations/routes';
import { Problem, problemKinds } from '@/lib/platform/problem';
import { retryAfter } from '@/lib/platform/problem-details';
import { siteOrigin } from '@/lib/platform/site-origin';
import { parseLightBoxPage } from '@/lib/search/light-box';
import { parseFacetName } from '@/lib/search/question/facet-of';
import { repairAddress } from '@/lib/search/repair-address';

const pageMethods = ['GET', 'HEAD'];
/** The address comes back in headers of the response, and together those may have 16 kB: Node's limit. */
const addressLengthMax = 6_000;

/**
 * What happens before a page is rendered: a content security policy with a fresh nonce, the page's language, and its
 * proper status if it has nothing to show (4xx, or 503 with Retry-After). Next.js itself has notFound() alone, whose
 * page stays blank without client JavaScript. docs/decisions/016 says how the status gets there.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  const policy = contentSecurityPolicy(randomBytes(16).toString('base64'));
  // Forms are sent to route handlers; Next.js would render a page for any method.
  if (!pageMethods.includes(request.method)) {
    const headers = { Allow: pageMethods.join(', '), 'content-security-policy': policy };
    return new Response('A page can only be read.\n', { status: 405, headers });
  }
  if (request.url.length > addressLengthMax) {
    const reason = `This address is longer than ${addressLengthMax} characters, which no page needs.\n`;
    return new Response(reason, { status: 414, headers: { 'content-security-policy': policy } });
  }
  const address = localeAddress(request.nextUrl.pathname);
  // English has one address, without a language.
  if (address.isPrefixed && address.locale === routing.defaultLocale)
    return NextResponse.redirect(`${siteOrigin()}${address.path}${request.nextUrl.search}`, 308);
  const meant = repairedVisit(request);
  if (meant !== null) return NextResponse.redirect(`${siteOrigin()}${meant}`, 308);
  const visit = {
    pathname: request.nextUrl.pathname,
    headers: request.headers,
    remembered: request.cookies.get(localeCookie)?.value,
  };
  const preferred = request.headers.has('rsc') ? null : preferredLocale(visit);
  if (preferred !== null) return toLanguage(request, { ...address, locale: preferred });
  const problem = await problemOf(request, address.path);
  if (problem?.kind === 'unauthenticated') return toSignIn(address);
  const moved = problem === null ? await movedWork(request, address) : null;
  if (moved !== null) return moved;
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  headers.set(localeHeader, address.locale);
  const response = pageResponse(request, address, problem, headers);
  response.headers.set('content-security-policy', policy);
  const { path } = address;
  if (!problem && isPageForEveryone(request, path))
    response.headers.set('Cache-Control', cacheControl('collection'));
  const chosen = isPageVisit(request) ? rememberLocale(visit) : null;
  if (chosen !== null) response.headers.append('set-cookie', chosen);
  if (!problem && isPageVisit(request)) {
    if (request.cookies.has(cookieName(path)))
      response.headers.append('set-cookie', forgetRefusedFormCookie(path));
    if (request.cookies.has(shownOnceName(path)))
      response.headers.append('set-cookie', forgetShownOnceCookie(path));
  }
  return response;
}

/** To the sign-in form, which leads back. */
function toSignIn({ locale, path }: LocaleAddress): Response {
  const next = adminPath(path);
  const query = next === null ? '' : `?${new URLSearchParams({ next })}`;
  return NextResponse.redirect(`${siteOrigin()}${inLanguage(locale, '/admin')}${query}`, 303);
}

/** To the same page in the language that the visitor reads. */
function toLanguage(request: NextRequest, { locale, path }: LocaleAddress): Response {
  const location = `${siteOrigin()}${inLanguage(locale, path)}${new URL(request.url).search}`;
  const headers = { 'Cache-Control': 'private, no-store', Vary: 'Accept-Language, Cookie, Referer' };
  return NextResponse.redirect(location, { status: 307, headers });
}

/** A work's address, with or without a title. */
const workPath = /^\/works\/([^/]+)(?:\/([^/]*))?$/;

/**
 * To a work's one address, from one without its title or with an earlier one. The answer is asked for again each time:
 * a title can change back.
 */
async function movedWork(request: NextRequest, { locale, path }: LocaleAddress): Promise<Response | null> {
  const [, id, slug] = workPath.exec(path) ?? [];
  const work = id === undefined ? null : await readWork(id);
  if (work === null || work === 'withdrawn' || decodedSlug(slug) === titleSlug(work.title)) return null;
  const location = `${siteOrigin()}${inLanguage(locale, workHref(work))}${new URL(request.url).search}`;
  return NextResponse.redirect(location, { status: 308, headers: { 'Cache-Control': 'public, no-cache' } });
}

function decodedSlug(slug: string | undefined): string | null {
  try {
    return decodeURIComponent(slug ?? '');
  } catch {
    return null;
  }
}

/** The page that a link was meant for, if a mail or chat program has damaged it. */
function repairedVisit(request: NextRequest): string | null {
  const { pathname, searchParams } = new URL(request.url);
  return isPageVisit(request) ? repairAddress(pathname, searchParams) : null;
}

/** The page in the folder of its language, with the status of the problem that it shows. */
function pageResponse(
  request: NextRequest,
  { locale, path }: LocaleAddress,
  problem: Problem | null,
  headers: Headers,
): Response {
  const shown =
    problem && isCollectionUnavailable(problem) ? '/unavailable' : path.replace(workPath, '/works/$1');
  // Of the address as it came in: `nextUrl` calls every loopback address `localhost`, which Next.js takes for another
  // site.
  const url = new URL(request.url);
  url.pathname = `/${locale}${shown}`;
  const page = NextResponse.rewrite(url, {
    request: { headers },
    ...(problem && { status: problemKinds[problem.kind].status }),
  });
  if (problem) for (const [name, value] of Object.entries(retryAfter(problem))) page.headers.set(name, value);
  return page;
}

/** Not so for Next.js's own client, which asks for a page's parts (`rsc`) and shows the reason that is in them. */
function isPageVisit({ method, headers }: NextRequest): boolean {
  return method === 'GET' && !headers.has('rsc');
}

/** Why there is nothing to show at this path, a path without a language; null if there is something. */
async function problemOf(request: NextRequest, pathname: string): Promise<Problem | null> {
  const { searchParams } = request.nextUrl;
  if (!isPageVisit(request) && request.method !== 'HEAD') return null;
  const unavailable = await unavailableProblemOf(pathname);
  if (unavailable) return unavailable;
  if (pathname === '/search' || pathname === '/search/detail') return searchProblemOf(searchParams);
  if (pathname === '/search/values')
    return (await searchProblemOf(searchParams)) ?? thrownBy(() => parseFacetName(searchParams));
  if (pathname === '/lightbox') return thrownBy(() => parseLightBoxPage(searchParams));
  if (pathname === '/browse') return browseProblemOf(searchParams);
  if (pathname === '/browse/values')
    return browseProblemOf(searchParams) ?? thrownBy(() => parseFacetName(searchParams));
  const workId = workPath.exec(pathname)?.[1];
  if (workId !== undefined) return workProblemOf(workId);
  if (pathname === '/admin/link') return thrownBy(() => readOneTimeLink(searchParams.get('token') ?? ''));
  const page = pageOf(pathname);
  if (page === null) return new Problem('not-found', 'There is no page at this address.');
  const refused = (await accessProblemOf(request, page)) ?? (await worksProblemOf(pathname, searchParams));
  if (refused) return refused;
  const batchId = /^\/admin\/batches\/([^/]+)$/.exec(pathname)?.[1];
  if (batchId !== undefined) return thrownBy(async () => getBatch(await database(), batchId));
  const personId = /^\/admin\/people\/([^/]+)$/.exec(pathname)?.[1];
  if (personId !== undefined) return thrownBy(async () => getPerson(await database(), personId));
  return thrownBy(() => checkImportAddress(pathname));
}

function pageOf(pathname: string): PageRoute | null {
  const route = routeOf(pathname);
  return pageRoutes.find((page) => page === route) ?? null;
}

/** The page itself asks again: a visit is not the only way to reach it. */
async function accessProblemOf({ cookies }: NextRequest, page: PageRoute): Promise<Problem | null> {
  const jar = { get: (name: string) => cookies.get(name), set: () => undefined };
  return thrownBy(() => requirePageAccess(page, jar));
}

async function thrownBy(check: () => unknown): Promise<Problem | null> {
  try {
    await check();
    return null;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

async function workProblemOf(id: string): Promise<Problem | null> {
  try {
    const work = await readWork(id);
    if (work === 'withdrawn') return withdrawn(id);
    return work ? null : new Problem('not-found', `There is no work "${id}".`);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

// Every address but those of route handlers: a page that is not there carries a policy too. Of the handlers, those that
// take uploads must stay out, for Next.js would keep a second copy of every body, and cut it at 10 MB.
export const config = {
  matcher:
    '/((?!_next/static/|_next/image$|api$|api/|iiif/|images/[^/]+/[^/]+$|network/[^/]+/[^/]+$|query$|query/(?:form|vectors)$|admin/(?:login|logout|batches/create|batches/[^/]+/(?:delete|edit|files|list|publish|state|uploads/[^/]+)|imports/(?:decide|picture|upload|[^/]+/start|runs/[^/]+/control)|export/file|jobs/control|works/(?:create|apply)|works/[^/]+/(?:change|discard|draft|replace-picture|save)|makers/[^/]+/(?:merge|save)|suggestions|link/accept|account/(?:name|password|sessions)|people/invite|people/[^/]+/(?:access|link|role|sessions)|tokens/create|tokens/[^/]+/revoke)$|icon\\.svg$|lightbox/change$|manifest\\.webmanifest$|robots\\.txt$|sw\\.js$|sitemap\\.xml$|sitemaps/[^/]+$|embed/[^/]+$|feed\\.atom$|mcp$|oai$).*)',
};
