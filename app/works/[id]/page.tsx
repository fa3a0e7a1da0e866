import { type Metadata } from 'next';
import Link from 'next/link';
import { type Artwork } from '@/lib/catalog/artwork';
import { altText, dateLabel } from '@/components/works/artwork-label';
import { findSimilar } from './find-similar';
import { MissingWork } from './missing-work';
import { Picture } from '@/components/works/picture';
import { SimilarRow } from './similar-row';
import { WorkDetails } from '@/components/works/work-details';
import { type PageAddress } from '../../page-address';
import { readWork } from './read-work';

// A small reproduction is not blown up until it blurs.
const upscaleMax = 1.4;

export async function generateMetadata({ params }: PageAddress<{ id: string }>): Promise<Metadata> {
  const artwork = await readWork((await params).id);
  if (!artwork) return { title: 'No such work', robots: { index: false } };
  const maker = [artwork.artist, dateLabel(artwork)].filter(Boolean).join(', ');
  return {
    title: artwork.artist ? `${artwork.title} by ${artwork.artist}` : artwork.title,
    description: artwork.description ?? `${altText(artwork)}${maker ? ` — ${maker}` : ''}`,
    alternates: { canonical: `/works/${artwork.id}` },
  };
}

export default async function WorkPage({ params }: PageAddress<{ id: string }>) {
  const artwork = await readWork((await params).id);
  // Not notFound(): its page is drawn by client JavaScript only. proxy.ts sees to the status.
  if (!artwork) return <MissingWork />;
  const { image } = artwork;
  return (
    <article>
      <div className="shell grid gap-x-14 gap-y-8 pt-2 md:grid-cols-[1fr_minmax(15rem,22rem)] lg:gap-x-20">
        <div className="flex justify-center bg-plinth p-[clamp(0.75rem,3vw,3rem)] md:self-start">
          {/* As large as wall and window allow, in its own shape, known before a byte of it has come. */}
          <div
            style={{
              width: `min(100%, ${Math.round(image.width * upscaleMax)}px, calc(78svh * ${(image.width / image.height).toFixed(4)}))`,
            }}
          >
            <Picture
              image={image}
              alt={altText(artwork)}
              sizes="(min-width: 56rem) 60vw, 92vw"
              eager
              blurred
            />
          </div>
        </div>
        <WorkDetails artwork={artwork} />
      </div>
      {artwork.state === 'ready' ? (
        <SimilarRows artwork={artwork} />
      ) : (
        <p className="shell mt-16 text-quiet">
          {artwork.state === 'pending'
            ? 'Gafu has not looked at this work yet. What is like it will be here in a moment.'
            : `Gafu could not look at this work: ${artwork.failure ?? 'the reason is not known'}.`}{' '}
          <Link href="/browse" className="link">
            Browse the others
          </Link>
        </p>
      )}
    </article>
  );
}

async function SimilarRows({ artwork }: { artwork: Artwork }) {
  const { style, content, palette } = await findSimilar(artwork);
  return (
    <div className="shell mt-16 space-y-14 md:mt-20">
      <SimilarRow artworkId={artwork.id} kind="style" title="Painted like it" found={style} />
      <SimilarRow artworkId={artwork.id} kind="content" title="Showing the same" found={content} />
      <SimilarRow artworkId={artwork.id} kind="palette" title="In the same colours" found={palette} />
    </div>
  );
}
