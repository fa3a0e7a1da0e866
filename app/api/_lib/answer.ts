import { createHash } from 'node:crypto';
import { toldOfDatabase } from '@/lib/catalog/database-outage';
import { problemDetails } from '@/lib/platform/problem-details';
import { serverTiming } from '@/lib/platform/stage';

/** Anyone's page may read the API: it shows nothing that the site does not, and no cookie counts here. */
const openToAll = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'Server-Timing, ETag, X-Request-Id',
};

export interface AnswerOptions {
  readonly status?: number;
  /** `collection`: may be kept by anyone but is asked after each time. `secret`: of an upload, the asker's alone. */
  readonly audience?: 'collection' | 'secret';
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * A JSON answer that a client which holds the same already (If-None-Match) gets as 304 without the body. What the
 * stages of the request took is told as Server-Timing.
 */
export function jsonAnswer(request: Request, body: unknown, options: AnswerOptions = {}): Response {
  const { status = 200, audience = 'collection', headers } = options;
  const text = JSON.stringify(body);
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
  const answerHeaders = {
    ...openToAll,
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': audience === 'secret' ? 'private, no-cache' : 'public, no-cache',
    ...serverTiming(),
    ETag: etag,
    ...headers,
  };
  const known = (request.headers.get('if-none-match') ?? '').split(/\s*,\s*/);
  if (status === 200 && known.some((tag) => tag.replace(/^W\//, '') === etag))
    return new Response(null, { status: 304, headers: answerHeaders });
  return new Response(text, { status, headers: answerHeaders });
}

/** Any error as RFC 9457 problem details, with Retry-After where waiting helps. */
export function problemAnswer(request: Request, error: unknown): Response {
  const { status, body } = problemDetails(toldOfDatabase(error), new URL(request.url).pathname);
  const waitSeconds = body.retryAfterSeconds ?? (status === 503 ? 5 : null);
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      ...openToAll,
      'Content-Type': 'application/problem+json; charset=utf-8',
      'Cache-Control': 'no-store',
      ...(status === 401 ? { 'WWW-Authenticate': 'Bearer' } : {}),
      ...(waitSeconds === null ? {} : { 'Retry-After': String(waitSeconds) }),
    },
  });
}

type Handler<Context> = (request: Request, context: Context) => Promise<Response> | Response;

/** A route handler whose errors all become problem details. */
export function endpoint<Context>(handle: Handler<Context>) {
  return async (request: Request, context: Context): Promise<Response> => {
    try {
      return await handle(request, context);
    } catch (error) {
      return problemAnswer(request, error);
    }
  };
}

/** What a handler under `[id]` is given. */
export interface ById {
  readonly params: Promise<{ readonly id: string }>;
}
