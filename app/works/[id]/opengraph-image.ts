import sharp from 'sharp';
import { problemResponse } from '@/app/endpoint';
import { rendition } from '@/lib/images/rendition';
import { readWork } from './read-work';

export const size = { width: 1200, height: 630 };
export const contentType = 'image/jpeg';
export const alt = 'The work';

const margin = 40;
const wall = '#f0eeea';

/**
 * The card that messengers show for a work: the picture, whole, on a wall; its title stands beside the card.
 * Not by next/og: that draws through an SVG, and this process decodes no SVG (lib/images/decoding.ts).
 */
export default async function WorkCard({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  try {
    return await card(id);
  } catch (error) {
    return problemResponse(error, `/works/${id}/opengraph-image`);
  }
}

async function card(id: string): Promise<Response> {
  const artwork = await readWork(id);
  const bytes = artwork && (await rendition(artwork.image.key, 1280));
  if (!bytes) return new Response('There is no such work.\n', { status: 404 });
  const hung = await sharp(bytes)
    .resize(size.width - 2 * margin, size.height - 2 * margin, { fit: 'contain', background: wall })
    .extend({ top: margin, bottom: margin, left: margin, right: margin, background: wall })
    .jpeg({ quality: 84 })
    .toBuffer();
  return new Response(new Uint8Array(hung), { headers: { 'content-type': contentType } });
}
