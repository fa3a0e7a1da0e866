import { database } from '@/lib/catalog/database';
import { pictureUse } from '@/lib/catalog/images.repository';
import { renditionAnswer } from '@/lib/images/rendition-answer';
import { parseRenditionUrl } from '@/lib/images/rendition-url';
import { log } from '@/lib/platform/log';
import { everywhere, unframed } from '../http-headers.mjs';
import { type Handler } from './handler';

/**
 * Wraps a server's handler: renditions of the collection's works, four of five requests, are sent without Next.js, which
 * takes most of their time. All others, and whatever fails, are for the route in app/images.
 */
export function withPublicPictures(handle: Handler): Handler {
  return async (request, response) => {
    const { method = '', url = '/', headers } = request;
    const address = method === 'GET' || method === 'HEAD' ? parseRenditionUrl(url) : null;
    if (address === null) return handle(request, response);
    const ifNoneMatch = headers['if-none-match'] ?? null;
    const conditions = new Headers(ifNoneMatch === null ? {} : { 'if-none-match': ifNoneMatch });
    const answer = await answerIfPublic(address.key, () =>
      renditionAnswer({ headers: conditions }, address, 'collection'),
    );
    if (answer === null) return handle(request, response);
    for (const { key, value } of [...everywhere, unframed]) response.setHeader(key, value);
    response.setHeaders(answer.headers);
    response.statusCode = answer.status;
    const bytes = Buffer.from(await answer.arrayBuffer());
    if (answer.status === 200) response.setHeader('Content-Length', bytes.length);
    response.end(bytes);
  };
}

/** Null unless everybody may see the picture, and it could be read. */
async function answerIfPublic(key: string, answer: () => Promise<Response | null>): Promise<Response | null> {
  try {
    return (await pictureUse(await database(), key)) === 'public-work' ? await answer() : null;
  } catch (error) {
    log.debug({ reason: String(error) }, 'A picture is left to its route, which says why it cannot be read');
    return null;
  }
}
