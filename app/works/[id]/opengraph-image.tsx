import { ImageResponse } from 'next/og';
import sharp from 'sharp';
import { dateLabel } from '@/components/label';
import { findArtwork } from '@/lib/catalog/artworks.repository';
import { database } from '@/lib/catalog/database';
import { rendition } from '@/lib/images/rendition';

export const size = { width: 1200, height: 630 };
export const contentType = 'image/png';
export const alt = 'The work and its label';

/** The card that messengers show for a work: the picture whole, its label beside it. */
export default async function WorkCard({ params }: { params: Promise<{ id: string }> }) {
  const artwork = await findArtwork(await database(), (await params).id);
  const bytes = artwork && (await rendition(artwork.image.key, 1280));
  if (!artwork || !bytes) return new Response('There is no such work.\n', { status: 404 });
  // The card's renderer reads no WebP.
  const picture = await sharp(bytes).resize(720, 566, { fit: 'inside' }).jpeg({ quality: 86 }).toBuffer({
    resolveWithObject: true,
  });
  const { width, height } = picture.info;
  return new ImageResponse(
    <div style={{ display: 'flex', width: '100%', height: '100%', background: '#faf9f7', color: '#1d1916' }}>
      <div style={{ display: 'flex', alignItems: 'center', padding: 32 }}>
        <img
          src={`data:image/jpeg;base64,${picture.data.toString('base64')}`}
          alt=""
          width={width}
          height={height}
        />
      </div>
      <div
        style={{
          display: 'flex',
          flexDirection: 'column',
          justifyContent: 'center',
          flex: 1,
          paddingRight: 48,
        }}
      >
        <div style={{ fontSize: artwork.title.length > 40 ? 36 : 48, lineHeight: 1.15 }}>
          {artwork.title.slice(0, 120)}
        </div>
        <div style={{ marginTop: 20, fontSize: 26, color: '#655e58' }}>
          {[artwork.artist ?? 'Unknown artist', dateLabel(artwork)].filter(Boolean).join(', ').slice(0, 90)}
        </div>
        <div style={{ marginTop: 44, fontSize: 24, color: '#b3381d' }}>Gafu</div>
      </div>
    </div>,
    size,
  );
}
