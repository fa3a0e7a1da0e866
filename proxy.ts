import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { browseProblemOf } from '@/app/browse/browse-query';
import { cookieName, forgetRefusedFormCookie } from '@/app/refused-form';
import { searchProblemOf } from '@/app/search/search-problem-of';
import { contentSecurityPolicy } from '@/app/security-policy';
import { unavailableProblemOf } from '@/app/unavailable-problem';
import { readWork } from '@/app/works/[id]/read-work';
import { isCollectionUnavailable } from '@/lib/catalog/database-outage';
import { Problem, problemKinds } from '@/lib/platform/problem';
import { retryAfter } from '@/lib/platform/problem-details';
import { siteOrigin } from '@/lib/platform/site-origin';
import { repairAddress } from '@/lib/search/repair-address';

/**
 * What happens before a page is rendered: a content security policy with a fresh nonce, and its proper status for a
 * page that has nothing to show (4xx, or 503 with Retry-After). Next.js itself has notFound() alone, whose page stays
 * blank without client JavaScript. docs/decisions/016 says how the status gets there.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  const meant = repairedVisit(request);
  if (meant !== null) return NextResponse.redirect(`${siteOrigin()}${meant}`, 308);
  const problem = await problemOf(request);
  const policy = contentSecurityPolicy(randomBytes(16).toString('base64'));
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  const response = problem
    ? pageOfProblem(request, problem, headers)
    : NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  const { pathname } = request.nextUrl;
  if (!problem && isPageVisit(request) && request.cookies.has(cookieName(pathname)))
    response.headers.append('set-cookie', forgetRefusedFormCookie(pathname));
  return response;
}

/** The page that a link was meant for, if a mail or chat program has damaged it. */
function repairedVisit(request: NextRequest): string | null {
  const { pathname, searchParams } = new URL(request.url);
  return isPageVisit(request) ? repairAddress(pathname, searchParams) : null;
}

function pageOfProblem(request: NextRequest, problem: Problem, headers: Headers): Response {
  // The address as it came in: `nextUrl` calls every loopback address `localhost`, which Next.js takes for another site.
  const shown = isCollectionUnavailable(problem) ? new URL('/unavailable', request.url) : request.url;
  const { status } = problemKinds[problem.kind];
  const page = NextResponse.rewrite(shown, { status, request: { headers } });
  for (const [name, value] of Object.entries(retryAfter(problem))) page.headers.set(name, value);
  return page;
}

/** Not so for Next.js's own client, which asks for a page's parts (`rsc`) and shows the reason that is in them. */
function isPageVisit({ method, headers }: NextRequest): boolean {
  return method === 'GET' && !headers.has('rsc');
}

async function problemOf(request: NextRequest): Promise<Problem | null> {
  const { pathname, searchParams } = request.nextUrl;
  if (!isPageVisit(request) && request.method !== 'HEAD') return null;
  const unavailable = await unavailableProblemOf(pathname);
  if (unavailable) return unavailable;
  if (pathname === '/search') return searchProblemOf(searchParams);
  if (pathname === '/browse') return browseProblemOf(searchParams);
  const workId = /^\/works\/([^/]+)$/.exec(pathname)?.[1];
  if (workId !== undefined) return workProblemOf(workId);
  return null;
}

async function workProblemOf(id: string): Promise<Problem | null> {
  try {
    return (await readWork(id)) ? null : new Problem('not-found', `There is no work "${id}".`);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

// Every address but those of route handlers: a page that is not there carries a policy too. Of the handlers, those that
// take uploads must stay out, for Next.js would keep a second copy of every body, and cut it at 10 MB.
export const config = {
  matcher:
    '/((?!_next/static/|_next/image$|api$|api/|images/[^/]+/[^/]+$|network/[^/]+/[^/]+$|query$|query/vectors$|admin/(?:login|logout|works)$|icon\\.svg$|manifest\\.webmanifest$|robots\\.txt$|sitemap\\.xml$).*)',
};
