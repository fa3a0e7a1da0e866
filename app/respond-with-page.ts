import { ownRequestHeader, ownRequestToken } from '@/lib/platform/own-request';
import { currentRequest } from '@/lib/platform/request-context';

/** What a page is told of the request that it is shown in answer to. */
export interface PageNotice {
  readonly title: string;
  readonly detail: string;
  /** What was typed into the refused form, to be typed into it again. */
  readonly fields: Readonly<Record<string, string>>;
}

const noticeHeader = 'x-gafu-notice';
// Node refuses more than 16 kB of headers together.
const noticeLengthMax = 12_000;

/**
 * Answers with a page of this site under a status of its own. Next.js gives pages 200, 401, 403, 404 and 5xx only, so
 * the page is asked for once more from this same server, and passed on with its proper status. `request.url`
 * is this server's own address here, never the `Host` that a client claims (tests/browser/headers.test.ts).
 * @param notice what the page is to say of a refused form
 */
export async function respondWithPage(
  request: Request,
  path: string,
  status: number,
  notice?: PageNotice,
): Promise<Response> {
  const headers = new Headers({ [ownRequestHeader]: ownRequestToken(), accept: 'text/html' });
  const cookie = request.headers.get('cookie');
  if (cookie) headers.set('cookie', cookie);
  if (notice) headers.set(noticeHeader, encodeNotice(notice));
  const requestId = currentRequest()?.id;
  if (requestId !== undefined) headers.set('x-request-id', requestId);
  const page = await fetch(new URL(path, request.url), { headers, redirect: 'manual' });
  const kept = new Headers({ 'cache-control': 'no-store' });
  for (const name of ['content-type', 'content-security-policy'])
    if (page.headers.has(name)) kept.set(name, page.headers.get(name) ?? '');
  return new Response(page.body, { status, headers: kept });
}

/** The notice in the headers of a page's request, if it answers a refused form. */
export function readNotice(headers: { get(name: string): string | null }): PageNotice | null {
  const text = headers.get(noticeHeader);
  if (!text) return null;
  try {
    const value = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as PageNotice;
    return { title: String(value.title), detail: String(value.detail), fields: value.fields ?? {} };
  } catch {
    return null;
  }
}

export function encodeNotice(notice: PageNotice): string {
  const encode = (value: PageNotice) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const whole = encode(notice);
  if (whole.length <= noticeLengthMax) return whole;
  const short = Object.entries(notice.fields).map(([name, text]) => [name, text.slice(0, 500)]);
  return encode({ ...notice, fields: Object.fromEntries(short) });
}
