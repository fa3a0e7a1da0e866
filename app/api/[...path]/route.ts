import { endpoint, openToAll } from '@/app/endpoint';
import { Problem } from '@/lib/platform/problem';
import { currentRequest } from '@/lib/platform/request-context';

/** Unknown addresses under /api: problem details instead of a web page. */
const nothingHere = endpoint((request) => {
  const { pathname } = new URL(request.url);
  throw new Problem('not-found', `There is nothing at ${pathname}. The API is described at /developers.`);
});

/** Lets a page of another site send its request, and so read that there is nothing. */
export function OPTIONS(request: Request, context: unknown) {
  if (currentRequest()?.method !== 'OPTIONS') return nothingHere(request, context);
  return new Response(null, { status: 204, headers: { ...openToAll, 'Access-Control-Allow-Methods': '*' } });
}

export {
  nothingHere as DELETE,
  nothingHere as GET,
  nothingHere as HEAD,
  nothingHere as PATCH,
  nothingHere as POST,
  nothingHere as PUT,
};
