import { type Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Link } from '@/i18n/navigation';
import { type Artwork } from '@/lib/catalog/artwork';
import { altText, dateLabel, titleLabel } from '@/components/works/artwork-label';
import { cardSize } from './card-size';
import { findSimilar } from './find-similar';
import { MissingWork } from './missing-work';
import { Picture } from '@/components/works/picture';
import { thumbhashImage } from '@/components/works/thumbhash-image';
import { SimilarRow } from './similar-row';
import { WorkDetails } from '@/components/works/work-details';
import { type PageAddress } from '../../../page-address';
import { isExtremeShape } from '@/lib/vision/windows';
import { readWork } from './read-work';

// A small reproduction is not enlarged until it blurs.
const upscaleMax = 1.4;

/** As large as page and window allow, in the shape of the picture; a handscroll is wider and is scrolled. */
function widthOnPage({ width, height }: Artwork['image']): string {
  const ratio = (width / height).toFixed(4);
  const ownMax = `${Math.round(width * upscaleMax)}px`;
  if (!isExtremeShape({ width, height })) return `min(100%, ${ownMax}, calc(78svh * ${ratio}))`;
  return width > height ? `max(100%, min(${ownMax}, calc(45svh * ${ratio})))` : `min(100%, 18rem, ${ownMax})`;
}

export async function generateMetadata({ params }: PageAddress<{ id: string }>): Promise<Metadata> {
  const [artwork, t, words] = await Promise.all([
    readWork((await params).id),
    getTranslations('work'),
    getTranslations('artwork'),
  ]);
  if (artwork === null) return { title: t('missing'), robots: { index: false } };
  if (artwork === 'withdrawn') return { title: t('withdrawn'), robots: { index: false } };
  const date = dateLabel(words, artwork);
  return {
    title: titleLabel(words, artwork),
    description: artwork.descriptions[0]?.text ?? [altText(words, artwork), date].filter(Boolean).join(', '),
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
  if (artwork === null || artwork === 'withdrawn') return <MissingWork wasWithdrawn={artwork !== null} />;
  const { image } = artwork;
  const isScroll = isExtremeShape(image) && image.width > image.height;
  return (
    <article>
      <div className="shell grid gap-x-14 gap-y-8 pt-2 md:grid-cols-[1fr_minmax(15rem,22rem)] lg:gap-x-20">
        <div
          className={`flex min-w-0 bg-plinth p-[clamp(0.75rem,3vw,3rem)] md:self-start ${isScroll ? 'overflow-x-auto' : 'justify-center'}`}
          // The keyboard scrolls only what it can reach.
          tabIndex={isScroll ? 0 : undefined}
          role={isScroll ? 'group' : undefined}
          aria-label={isScroll ? altText(words, artwork) : undefined}
        >
          {/* Its size is known before the picture has loaded. */}
          <div className="shrink-0" style={{ width: widthOnPage(image) }}>
            <Picture
              image={image}
              alt={altText(words, artwork)}
              sizes="(min-width: 56rem) 60vw, 92vw"
              eager
              placeholder={thumbhashImage(image)}
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
