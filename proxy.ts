import { randomBytes, randomUUID } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { plainPageHeader, respondWithPage } from '@/app/respond-with-page';
import { searchProblemOf } from '@/app/search/search-problem-of';
import { contentSecurityPolicy } from '@/app/security-policy';

/**
 * What happens before a page is made: a content security policy with a fresh nonce, a request id, and for a
 * search without results the page with its 4xx status (Next.js itself gives a page 404, or 200).
 */
export async function proxy(request: NextRequest): Promise<Response> {
  if (isDocumentOf('/search', request)) {
    const problem = await searchProblemOf(request.nextUrl.searchParams);
    // A page says 404 by itself.
    if (problem && problem.kind !== 'not-found') {
      return respondWithPage(request, `/search${request.nextUrl.search}`, problem);
    }
  }
  const policy = contentSecurityPolicy(randomBytes(16).toString('base64'));
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  response.headers.set('x-request-id', randomUUID());
  return response;
}

/** Not a client-side navigation, which falls back on loading the document when it meets a problem. */
function isDocumentOf(path: string, { method, nextUrl, headers }: NextRequest): boolean {
  return (
    nextUrl.pathname === path &&
    (method === 'GET' || method === 'HEAD') &&
    !headers.has('rsc') &&
    !headers.has(plainPageHeader)
  );
}

// Routes that take uploads stay out: Next.js would keep a second copy of every body, and cut it at 10 MB.
export const config = {
  matcher: '/((?!_next/|api/|images/|query|admin/|icon.svg|robots.txt|sitemap.xml).*)',
};
