import { type Audience, cacheControl } from '@/lib/platform/cache-control';
import { conditionalResponse } from '@/lib/platform/conditional-response';
import { rendition } from './rendition';
import { type RenditionAddress } from './rendition-url';

/**
 * What a rendition's address is answered with, to somebody who may see the picture. Its bytes follow from its address, so
 * that of a work may be cached for ever.
 * @returns null if there is no such original
 */
export function renditionAnswer(
  request: Parameters<typeof conditionalResponse>[0],
  { key, width }: RenditionAddress,
  audience: Audience,
): Promise<Response | null> {
  return conditionalResponse(request, {
    etag: `"${key}-${width}"`,
    headers: { 'Content-Type': 'image/webp', 'Cache-Control': cacheControl(audience, 'picture') },
    body: async () => {
      const bytes = await rendition(key, width);
      return bytes === null ? null : new Uint8Array(bytes);
    },
  });
}
