import { type Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Link } from '@/i18n/navigation';
import { type Artwork } from '@/lib/catalog/artwork';
import { altText, dateLabel, titleLabel } from '@/components/works/artwork-label';
import { cardSize } from './card-size';
import { findSimilar } from './find-similar';
import { MissingWork } from './missing-work';
import { Picture } from '@/components/works/picture';
import { SimilarRow } from './similar-row';
import { WorkDetails } from '@/components/works/work-details';
import { type PageAddress } from '../../page-address';
import { readWork } from './read-work';

// A small reproduction is not enlarged until it blurs.
const upscaleMax = 1.4;

export async function generateMetadata({ params }: PageAddress<{ id: string }>): Promise<Metadata> {
  const [artwork, t, words] = await Promise.all([
    readWork((await params).id),
    getTranslations('work'),
    getTranslations('artwork'),
  ]);
  if (!artwork) return { title: t('missing'), robots: { index: false } };
  const date = dateLabel(words, artwork);
  return {
    title: titleLabel(words, artwork),
    description: artwork.description ?? [altText(words, artwork), date].filter(Boolean).join(', '),
    alternates: { canonical: `/works/${artwork.id}` },
    openGraph: {
      siteName: 'Gafu',
      type: 'website',
      images: [{ url: `/images/cards/${artwork.id}`, ...cardSize, alt: altText(words, artwork) }],
    },
  };
}

export default async function WorkPage({ params }: PageAddress<{ id: string }>) {
  const [artwork, t, words] = await Promise.all([
    readWork((await params).id),
    getTranslations('work'),
    getTranslations('artwork'),
  ]);
  // Not notFound(), whose page needs client JavaScript: proxy.ts sets the status.
  if (!artwork) return <MissingWork />;
  const { image } = artwork;
  return (
    <article>
      <div className="shell grid gap-x-14 gap-y-8 pt-2 md:grid-cols-[1fr_minmax(15rem,22rem)] lg:gap-x-20">
        <div className="flex justify-center bg-plinth p-[clamp(0.75rem,3vw,3rem)] md:self-start">
          {/* As large as page and window allow, in the shape of the picture before it has loaded. */}
          <div
            style={{
              width: `min(100%, ${Math.round(image.width * upscaleMax)}px, calc(78svh * ${(image.width / image.height).toFixed(4)}))`,
            }}
          >
            <Picture
              image={image}
              alt={altText(words, artwork)}
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
            ? t('pending')
            : t('failed', { reason: artwork.failure ?? t('unknownReason') })}{' '}
          <Link href="/browse" className="link">
            {t('browseOthers')}
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
      <SimilarRow artworkId={artwork.id} kind="style" found={style} />
      <SimilarRow artworkId={artwork.id} kind="content" found={content} />
      <SimilarRow artworkId={artwork.id} kind="palette" found={palette} />
    </div>
  );
}
