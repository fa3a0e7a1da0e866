import { createHash } from 'node:crypto';
import { type Audience, cacheControl } from '@/lib/platform/cache-control';
import { conditionalResponse } from '@/lib/platform/conditional-response';
import { openToAll } from '@/app/endpoint';
import { rateLimitHeaders } from '@/lib/platform/rate-limit';
import { serverTiming } from '@/lib/platform/stage';
import { type Representation, representations } from './representation';

export interface AnswerOptions {
  readonly status?: number;
  readonly audience?: Audience;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Of an answer that depends on the API token. */
export const forTokens: AnswerOptions = { audience: 'secret', headers: { Vary: 'Authorization' } };

/**
 * A JSON answer; a client that has the same already (If-None-Match) gets 304 without the body. Server-Timing says what
 * the stages of the request took.
 */
export async function jsonAnswer(
  request: Request,
  body: unknown,
  { status = 200, audience = 'collection', headers: extra }: AnswerOptions = {},
): Promise<Response> {
  const headers = { 'Content-Type': representations.json, ...extra };
  return textAnswer(request, JSON.stringify(body), { status, audience, headers });
}

/** The same for a text of another kind; `headers` name its `Content-Type`. */
export async function textAnswer(
  request: Request,
  text: string,
  { status = 200, audience = 'collection', headers: extra }: AnswerOptions,
): Promise<Response> {
  const headers = { ...openToAll, 'Cache-Control': cacheControl(audience), ...extra };
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
  const conditional =
    status === 200 ? await conditionalResponse(request, { etag, headers, body: () => text }) : null;
  return (
    conditional ??
    new Response(text, {
      status,
      headers: { ...headers, ...serverTiming(), ...rateLimitHeaders(), ETag: etag },
    })
  );
}

/** What depends on `Accept` says so, next to what else it depends on. */
export function negotiated(
  { headers, ...options }: AnswerOptions,
  representation: Representation,
): AnswerOptions {
  const vary = [headers?.['Vary'], 'Accept'].filter(Boolean).join(', ');
  return { ...options, headers: { ...headers, 'Content-Type': representations[representation], Vary: vary } };
}

/** What a handler under `[id]` is given. */
export interface ById {
  readonly params: Promise<{ readonly id: string }>;
}
