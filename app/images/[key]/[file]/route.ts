import { audienceOfPicture, cacheControl } from '@/app/cache-control';
import { conditionalResponse } from '@/app/conditional-response';
import { endpoint } from '@/app/endpoint';
import { methods } from '@/app/methods';
import { isImageKey } from '@/lib/images/image-key';
import { rendition } from '@/lib/images/rendition';
import { isRenditionWidth } from '@/lib/images/rendition-widths';
import { type PageAddress } from '../../../page-address';

type Context = Pick<PageAddress<{ key: string; file: string }>, 'params'>;

/** A rendition: `/images/<key>/<width>.webp`. Its bytes follow from its address, so that of a work may be cached for ever. */
const get = endpoint(async (request, { params }: Context) => {
  const { key, file } = await params;
  const width = Number(/^(\d{1,5})\.webp$/.exec(file)?.[1]);
  if (!isImageKey(key) || !isRenditionWidth(width)) return notFound();
  const found = await conditionalResponse(request, {
    etag: `"${key}-${width}"`,
    headers: {
      'Content-Type': 'image/webp',
      'Cache-Control': cacheControl(await audienceOfPicture(key), 'picture'),
    },
    body: async () => {
      const bytes = await rendition(key, width);
      return bytes === null ? null : new Uint8Array(bytes);
    },
  });
  return found ?? notFound();
});

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ GET: get });

function notFound() {
  return new Response('There is no such picture.\n', {
    status: 404,
    headers: { 'cache-control': 'no-store' },
  });
}
