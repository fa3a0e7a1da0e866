import { cookies } from 'next/headers';
import { type Audience, cacheControl } from '@/lib/platform/cache-control';
import { conditionalResponse } from '@/app/conditional-response';
import { endpoint } from '@/app/endpoint';
import { methods } from '@/app/methods';
import { findSignedIn } from '@/lib/auth/session';
import { database } from '@/lib/catalog/database';
import { pictureUse } from '@/lib/catalog/images.repository';
import { rendition } from '@/lib/images/rendition';
import { parseRenditionUrl } from '@/lib/images/rendition-url';
import { type PageAddress } from '../../../page-address';

type Context = Pick<PageAddress<{ key: string; file: string }>, 'params'>;

/**
 * A rendition: `/images/<key>/<width>.webp`. Its bytes follow from its address, so that of a work may be cached for ever.
 * server/public-pictures.ts answers first for the pictures that everybody may see.
 */
const get = endpoint(async (request, { params }: Context) => {
  const named = await params;
  const address = parseRenditionUrl(`/images/${named.key}/${named.file}`);
  if (address === null) return notFound();
  const { key, width } = address;
  const audience = await audienceOfPicture(key);
  if (audience === null) return notFound();
  const found = await conditionalResponse(request, {
    etag: `"${key}-${width}"`,
    headers: {
      'Content-Type': 'image/webp',
      'Cache-Control': cacheControl(audience, 'picture'),
    },
    body: async () => {
      const bytes = await rendition(key, width);
      return bytes === null ? null : new Uint8Array(bytes);
    },
  });
  return found ?? notFound();
});

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ GET: get });

/** Null if this visitor may not see the picture, or nothing uses it. */
async function audienceOfPicture(key: string): Promise<Audience | null> {
  switch (await pictureUse(await database(), key)) {
    case 'public-work':
      return 'collection';
    case 'upload':
      return 'secret';
    case 'hidden-work':
      return (await findSignedIn(await cookies())) === null ? null : 'secret';
    case null:
      return null;
  }
}

function notFound() {
  return new Response('There is no such picture.\n', {
    status: 404,
    headers: { 'cache-control': 'no-store' },
  });
}
