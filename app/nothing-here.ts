import { endpoint, openToAll } from '@/app/endpoint';
import { Problem } from '@/lib/platform/problem';
import { currentRequest } from '@/lib/platform/request-context';

/**
 * The handlers of unknown addresses under a folder of route handlers: problem details instead of a web page. Spread
 * them into the exports of a catch-all route.
 */
export function nothingHere() {
  const answer = endpoint((request) => {
    const { pathname } = new URL(request.url);
    throw new Problem('not-found', `There is nothing at ${pathname}. The API is described at /developers.`);
  });
  /** Lets a page of another site send its request, and so read that there is nothing. */
  const OPTIONS = (request: Request, context: unknown) => {
    if (currentRequest()?.method !== 'OPTIONS') return answer(request, context);
    const headers = { ...openToAll, 'Access-Control-Allow-Methods': '*' };
    return new Response(null, { status: 204, headers });
  };
  return { DELETE: answer, GET: answer, HEAD: answer, OPTIONS, PATCH: answer, POST: answer, PUT: answer };
}
