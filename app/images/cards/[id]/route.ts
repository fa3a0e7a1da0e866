import sharp from 'sharp';
import { cacheControl } from '@/app/cache-control';
import { conditionalResponse } from '@/app/conditional-response';
import { endpoint } from '@/app/endpoint';
import { methods } from '@/app/methods';
import { type PageAddress } from '@/app/page-address';
import { cardSize } from '@/app/[locale]/works/[id]/card-size';
import { readWork } from '@/app/[locale]/works/[id]/read-work';
import { rendition } from '@/lib/images/rendition';

const margin = 40;
const wall = '#f0eeea';

/**
 * The card that messengers show for a work: the whole picture on a wall; they print its title beside the card.
 * Not by next/og: that draws through an SVG, and this process decodes no SVG (lib/images/decoding.ts).
 */
const get = endpoint(async (request, { params }: Pick<PageAddress<{ id: string }>, 'params'>) => {
  const artwork = await readWork((await params).id);
  if (artwork === 'withdrawn') return new Response('This work was withdrawn.\n', { status: 410 });
  const card =
    artwork &&
    (await conditionalResponse(request, {
      etag: `"card-${artwork.image.key.slice(0, 22)}"`,
      headers: { 'Content-Type': 'image/jpeg', 'Cache-Control': cacheControl('collection') },
      body: () => draw(artwork.image.key),
    }));
  return card ?? new Response('There is no such work.\n', { status: 404 });
});

async function draw(key: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const bytes = await rendition(key, 1280);
  if (bytes === null) return null;
  const hung = await sharp(bytes)
    .resize(cardSize.width - 2 * margin, cardSize.height - 2 * margin, { fit: 'contain', background: wall })
    .extend({ top: margin, bottom: margin, left: margin, right: margin, background: wall })
    .jpeg({ quality: 84 })
    .toBuffer();
  return new Uint8Array(hung);
}

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ GET: get });
