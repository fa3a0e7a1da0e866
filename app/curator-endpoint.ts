import { cookies } from 'next/headers';
import { requireSameOrigin } from '@/lib/auth/same-origin';
import { requireAccess } from '@/lib/operations/guard';
import { problemResponse } from './endpoint';

type Handler<Context> = (request: Request, context: Context) => Promise<Response>;

/**
 * A route that the scripts of curators' pages call: guarded as lib/operations/routes.ts declares, closed to other
 * sites, and with problem details for every error.
 */
export function curatorEndpoint<Context>(handle: Handler<Context>): Handler<Context> {
  return async (request, context) => {
    try {
      requireSameOrigin(request);
      await requireAccess(request, cookies);
      return await handle(request, context);
    } catch (error) {
      return problemResponse(error, request);
    }
  };
}

/** JSON for nobody else, and of this moment. */
export function freshJson(body: object): Response {
  return Response.json(body, { headers: { 'cache-control': 'no-store' } });
}
