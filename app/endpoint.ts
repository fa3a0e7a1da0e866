import { requireAccess } from '@/lib/operations/guard';
import { asEnvironmentProblem } from '@/lib/platform/environment-error';
import { problemHeaders } from '@/lib/platform/problem-details';
import { rateLimitHeaders } from '@/lib/platform/rate-limit';
import { serverTiming } from '@/lib/platform/stage';
import { localProblemDetails } from './problem-words';

/** Any site's page may read these answers: they show nothing that the site does not, and no cookie counts here. */
export const openToAll = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers':
    'Server-Timing, ETag, Link, Location, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id',
};

/**
 * Any error as RFC 9457 problem details, with Retry-After if waiting helps. (X-Request-Id is on every answer:
 * lib/operations/http-requests.ts.) Its words are in the language that the request accepts.
 */
export async function problemResponse(thrown: unknown, request: Request): Promise<Response> {
  const error = asEnvironmentProblem(thrown);
  const { status, body, locale } = await localProblemDetails(error, request);
  const headers = {
    ...openToAll,
    ...problemHeaders(error),
    ...serverTiming(),
    ...rateLimitHeaders(),
    'Content-Language': locale,
    Vary: 'Accept-Language',
  };
  return new Response(JSON.stringify(body), { status, headers });
}

type Handler<Context> = (request: Request, context: Context) => Promise<Response> | Response;

/** A route handler that is guarded as lib/operations/routes.ts declares, and whose errors all become problem details. */
export function endpoint<Context>(handle: Handler<Context>) {
  return async (request: Request, context: Context): Promise<Response> => {
    try {
      await requireAccess(request);
      return await handle(request, context);
    } catch (error) {
      return problemResponse(error, request);
    }
  };
}
