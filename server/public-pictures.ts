import { type IncomingMessage, type ServerResponse } from 'node:http';
import { database } from '@/lib/catalog/database';
import { pictureUse } from '@/lib/catalog/images.repository';
import { rendition } from '@/lib/images/rendition';
import { parseRenditionUrl } from '@/lib/images/rendition-url';
import { cacheControl } from '@/lib/platform/cache-control';
import { namesAnyEntity, namesEntityTag } from '@/lib/platform/entity-tag';
import { log } from '@/lib/platform/log';
import { serverTiming } from '@/lib/platform/stage';
import { everywhere, unframed } from '../http-headers.mjs';

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * Wraps a server's handler: renditions of the collection's works, four of five requests, are sent without Next.js, which
 * takes most of their time. All others, and whatever fails, are for app/images, which answers the same.
 */
export function withPublicPictures(handle: Handler): Handler {
  return async (request, response) => {
    const { method = '', url = '/' } = request;
    const address = method === 'GET' || method === 'HEAD' ? parseRenditionUrl(url) : null;
    if (address === null) return handle(request, response);
    const { key, width } = address;
    const etag = `"${key}-${width}"`;
    const ifNoneMatch = request.headers['if-none-match'] ?? null;
    const isKnown = namesEntityTag(ifNoneMatch, etag);
    const bytes = await publicBytes(key, async () => (isKnown ? Buffer.alloc(0) : rendition(key, width)));
    if (bytes === null) return handle(request, response);
    for (const { key: name, value } of [...everywhere, unframed]) response.setHeader(name, value);
    const headers = { 'Cache-Control': cacheControl('collection', 'picture'), ETag: etag, ...serverTiming() };
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (isKnown || namesAnyEntity(ifNoneMatch)) response.writeHead(304).end();
    else response.writeHead(200, { 'Content-Type': 'image/webp', 'Content-Length': bytes.length }).end(bytes);
  };
}

/** Null unless everybody may see the picture, and it could be read. */
async function publicBytes(key: string, read: () => Promise<Buffer | null>): Promise<Buffer | null> {
  try {
    return (await pictureUse(await database(), key)) === 'public-work' ? await read() : null;
  } catch (error) {
    log.debug({ reason: String(error) }, 'A picture is left to its route, which says why it cannot be read');
    return null;
  }
}
