import { endpoint } from '@/app/api/_lib/answer';
import { isImageKey } from '@/lib/images/image-key';
import { rendition } from '@/lib/images/rendition';
import { isRenditionWidth } from '@/lib/images/rendition-widths';
import { serverTiming } from '@/lib/platform/stage';
import { type PageAddress } from '../../../page-address';

type Context = Pick<PageAddress<{ key: string; file: string }>, 'params'>;

/** A rendition: `/images/<key>/<width>.webp`. Its bytes follow from its address, so it is kept for ever. */
export const GET = endpoint(async (request, { params }: Context) => {
  const { key, file } = await params;
  const width = Number(/^(\d{1,5})\.webp$/.exec(file)?.[1]);
  if (!isImageKey(key) || !isRenditionWidth(width)) return notFound();
  const headers = { etag: `"${key}-${width}"`, 'cache-control': 'public, max-age=31536000, immutable' };
  const known = request.headers.get('if-none-match')?.split(',') ?? [];
  if (known.some((tag) => tag.trim().replace(/^W\//, '') === headers.etag))
    return new Response(null, { status: 304, headers });
  const bytes = await rendition(key, width);
  if (bytes === null) return notFound();
  const answerHeaders = { ...headers, ...serverTiming(), 'content-type': 'image/webp' };
  return new Response(new Uint8Array(bytes), { headers: answerHeaders });
});

function notFound() {
  return new Response('There is no such picture.\n', {
    status: 404,
    headers: { 'cache-control': 'no-store' },
  });
}
