import { Problem } from '@/lib/platform/problem';
import { currentRequest } from '@/lib/platform/request-context';
import { openToAll, problemResponse } from './endpoint';

type Handler<Context> = (request: Request, context: Context) => Promise<Response> | Response;

/** Seconds that a browser may remember a preflight: a day, of which browsers take what they allow. */
const preflightSeconds = 86_400;

/**
 * A route's handlers, one for each method that Next.js knows: 405 with `Allow` for those that it does not have, and
 * 204 for OPTIONS. Spread it into the route's exports:
 *
 *     export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ GET: … });
 *
 * HEAD is answered as GET is, unless it has a handler of its own.
 *
 * @param isOpen whether pages of other sites may call it: OPTIONS then answers their preflight too
 */
export function methods<Context>(
  handlers: Partial<Record<'GET' | 'HEAD' | 'PATCH' | 'POST', Handler<Context>>>,
  { isOpen = true } = {},
) {
  const { GET, HEAD = GET, PATCH, POST } = handlers;
  const known = Object.entries({ GET, HEAD, POST, PATCH }).flatMap(([method, handler]) =>
    handler ? method : [],
  );
  const allowed = [...known, 'OPTIONS'].join(', ');
  const refuse: Handler<Context> = async (request) => {
    // What Next.js does not know was turned into OPTIONS: lib/operations/http-requests.ts.
    const method = currentRequest()?.method ?? request.method;
    const problem = new Problem('method-not-allowed', `${method} is not possible here. Allowed: ${allowed}.`);
    const response = await problemResponse(problem, request);
    response.headers.set('Allow', allowed);
    return response;
  };
  const describe: Handler<Context> = (request, context) => {
    if ((currentRequest()?.method ?? 'OPTIONS') !== 'OPTIONS') return refuse(request, context);
    const headers = isOpen ? { ...openToAll, ...preflight(allowed) } : {};
    return new Response(null, { status: 204, headers: { Allow: allowed, ...headers } });
  };
  return {
    GET: GET ?? refuse,
    HEAD: HEAD ?? refuse,
    POST: POST ?? refuse,
    PUT: refuse,
    PATCH: PATCH ?? refuse,
    DELETE: refuse,
    OPTIONS: describe,
  };
}

function preflight(allowed: string): Record<string, string> {
  return {
    'Access-Control-Allow-Methods': allowed,
    'Access-Control-Allow-Headers':
      'Accept, Authorization, Content-Type, If-None-Match, Mcp-Protocol-Version, X-Request-Id',
    'Access-Control-Max-Age': String(preflightSeconds),
  };
}
