import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { browseProblemOf } from '@/app/browse/browse-query';
import { respondWithPage } from '@/app/respond-with-page';
import { restingProblemOf } from '@/app/resting-problem';
import { searchProblemOf } from '@/app/search/search-problem-of';
import { contentSecurityPolicy } from '@/app/security-policy';
import { readWork } from '@/app/works/[id]/read-work';
import { isCollectionResting } from '@/lib/catalog/database-outage';
import { isOwnRequest, ownRequestHeader } from '@/lib/platform/own-request';
import { Problem, problemKinds } from '@/lib/platform/problem';

/**
 * What happens before a page is made: a content security policy with a fresh nonce, and for a
 * page that has nothing to show its own status (4xx, or 503 with Retry-After). (Next.js itself has notFound() alone,
 * whose page stays blank without client JavaScript.)
 */
export async function proxy(request: NextRequest): Promise<Response> {
  const problem = await problemOf(request);
  if (problem) {
    const { pathname, search } = request.nextUrl;
    const shown = isCollectionResting(problem) ? '/resting' : `${pathname}${search}`;
    const page = await respondWithPage(request, shown, problemKinds[problem.kind].status);
    const { retryAfterSeconds } = problem.extensions;
    if (retryAfterSeconds !== undefined) page.headers.set('retry-after', String(retryAfterSeconds));
    return page;
  }
  const policy = contentSecurityPolicy(randomBytes(16).toString('base64'));
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

async function problemOf({ method, nextUrl, headers }: NextRequest): Promise<Problem | null> {
  if (method !== 'GET' && method !== 'HEAD') return null;
  // `empty`: a client-side navigation or prefetch, which wants the page's parts and shows the reason in them.
  // (Its own headers are hidden from here.) A plain page was asked for from here.
  if (headers.get('sec-fetch-dest') === 'empty' || isOwnRequest(headers.get(ownRequestHeader))) return null;
  const resting = await restingProblemOf(nextUrl.pathname);
  if (resting) return resting;
  if (nextUrl.pathname === '/search') return searchProblemOf(nextUrl.searchParams);
  if (nextUrl.pathname === '/browse') return browseProblemOf(nextUrl.searchParams);
  const workId = /^\/works\/([^/]+)$/.exec(nextUrl.pathname)?.[1];
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

// Routes that take uploads stay out: Next.js would keep a second copy of every body, and cut it at 10 MB.
export const config = {
  matcher: '/((?!_next/|api/|images/|network/|query|admin/|icon.svg|robots.txt|sitemap.xml).*)',
};
