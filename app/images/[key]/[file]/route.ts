import { conditionalResponse } from '@/app/conditional-response';
import { endpoint } from '@/app/endpoint';
import { isImageKey } from '@/lib/images/image-key';
import { rendition } from '@/lib/images/rendition';
import { isRenditionWidth } from '@/lib/images/rendition-widths';
import { type PageAddress } from '../../../page-address';

type Context = Pick<PageAddress<{ key: string; file: string }>, 'params'>;

/** A rendition: `/images/<key>/<width>.webp`. Its bytes follow from its address, so it may be cached for ever. */
export const GET = endpoint(async (request, { params }: Context) => {
  const { key, file } = await params;
  const width = Number(/^(\d{1,5})\.webp$/.exec(file)?.[1]);
  if (!isImageKey(key) || !isRenditionWidth(width)) return notFound();
  const found = await conditionalResponse(request, {
    etag: `"${key}-${width}"`,
    headers: { 'Content-Type': 'image/webp', 'Cache-Control': 'public, max-age=31536000, immutable' },
    body: async () => {
      const bytes = await rendition(key, width);
      return bytes === null ? null : new Uint8Array(bytes);
    },
  });
  return found ?? notFound();
});

function notFound() {
  return new Response('There is no such picture.\n', {
    status: 404,
    headers: { 'cache-control': 'no-store' },
  });
}
