import { createHash } from 'node:crypto';
import { type Audience, cacheControl } from '@/lib/platform/cache-control';
import { conditionalResponse } from '@/lib/platform/conditional-response';
import { drawnOnce } from '@/lib/iiif/drawn-once';
import { cardVersion } from '@/lib/images/cards/card';
import { cardSize } from '@/lib/images/cards/card-size';
import { withinDecodeBudget } from '@/lib/images/decode-budget';

/** What is decoded for one card, about. */
const cost = { pixels: 4 * cardSize.width * cardSize.height, sizeBytes: 0 };

/**
 * A card, drawn once and kept.
 * @param shows all that it depends on
 * @param draw null if a picture is not there after all
 */
export async function cardResponse(
  request: Request,
  shows: unknown,
  audience: Audience,
  draw: () => Promise<Buffer | null>,
): Promise<Response> {
  const digest = createHash('sha256')
    .update(JSON.stringify([cardVersion, shows]))
    .digest('base64url');
  const card = await conditionalResponse(request, {
    etag: `"${digest.slice(0, 22)}"`,
    headers: { 'Content-Type': 'image/jpeg', 'Cache-Control': cacheControl(audience) },
    body: async () => {
      const bytes = await drawnOnce(`card ${digest}`, () => withinDecodeBudget(cost, draw, 'render'));
      return bytes && new Uint8Array(bytes);
    },
  });
  return card ?? new Response('There is no such picture.\n', { status: 404 });
}
