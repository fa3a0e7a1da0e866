import { type Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { Gap } from '@/components/layout/gap';
import { languageParameter } from '@/app/asked-language';
import { pageAlternates } from '@/app/page-alternates';
import { Link } from '@/i18n/link';
import { type Artwork } from '@/lib/catalog/artwork';
import { inLanguage as localPath } from '@/i18n/locale-address';
import { inLanguage } from '@/lib/catalog/in-language';
import { workHref, workPermalink } from '@/lib/catalog/work-address';
import { JsonLd } from '@/components/layout/json-ld';
import { describeWork } from '@/components/works/describe-work';
import { siteOrigin } from '@/lib/platform/site-origin';
import { visualArtwork } from '@/lib/standards/schema-org';
import { cardSize } from '@/lib/images/cards/card-size';
import { mainColoursOf } from '@/lib/images/main-colours';
import { altText, dateLabel, titleLabel } from '@/components/works/artwork-label';
import { findSameMaker } from './find-same-maker';
import { findSimilar } from './find-similar';
import { ListNavigation } from './list-navigation';
import { readListPlace } from './list-place';
import { MakerRow } from './maker-row';
import { MissingWork } from './missing-work';
import { SimilarRow } from './similar-row';
import { WorkArticle } from './work-article';
import { type PageAddress, toSearchParams } from '../../../page-address';
import { readWork } from './read-work';

export async function generateMetadata({ params }: PageAddress<{ id: string }>): Promise<Metadata> {
  const [work, t, words] = await Promise.all([
    readWork((await params).id),
    getTranslations('work'),
    getTranslations('artwork'),
  ]);
  if (work === null) return { title: t('missing'), robots: { index: false } };
  if (work === 'withdrawn') return { title: t('withdrawn'), robots: { index: false } };
  const locale = await getLocale();
  const artwork = inLanguage(work, locale);
  const date = dateLabel(words, artwork);
  const language = new URLSearchParams(languageParameter(locale));
  const card = language.size === 0 ? '' : `?${language}`;
  return {
    title: titleLabel(words, artwork),
    description: artwork.descriptions[0]?.text ?? [altText(words, artwork), date].filter(Boolean).join(', '),
    alternates: await pageAlternates(
      workHref(artwork),
      oEmbedAddresses(localPath(locale, workPermalink(artwork.id))),
    ),
    openGraph: {
      siteName: 'Gafu',
      type: 'website',
      images: [{ url: `/images/cards/${artwork.id}${card}`, ...cardSize, alt: altText(words, artwork) }],
    },
  };
}

/** By media type: where programs that embed the page ask. */
function oEmbedAddresses(path: string): Record<string, string> {
  const url = `${siteOrigin()}${path}`;
  const address = (format: string) => `/api/oembed?${new URLSearchParams({ url, format })}`;
  return { 'application/json+oembed': address('json'), 'text/xml+oembed': address('xml') };
}

export default async function WorkPage({ params, searchParams }: PageAddress<{ id: string }>) {
  const [artwork, t] = await Promise.all([readWork((await params).id), getTranslations('work')]);
  // Not notFound(), whose page needs client JavaScript: proxy.ts sets the status.
  if (artwork === null || artwork === 'withdrawn') return <MissingWork wasWithdrawn={artwork !== null} />;
  const words = await getTranslations('artwork');
  const [colours, place] = await Promise.all([
    mainColoursOf(artwork.image.key),
    readListPlace(artwork.id, toSearchParams(await searchParams)),
  ]);
  return (
    <article>
      <JsonLd of={visualArtwork(siteOrigin(), describeWork(words, artwork))} />
      {place && <ListNavigation place={place} />}
      <WorkArticle artwork={inLanguage(artwork, await getLocale())} colours={colours} />
      {artwork.state === 'ready' ? (
        <SimilarRows artwork={artwork} />
      ) : (
        <p className="shell mt-16 text-quiet">
          {artwork.state === 'pending'
            ? t('pending')
            : t('failed', { reason: artwork.failure ?? t('unknownReason') })}
          <Gap />
          <Link href="/browse" className="link">
            {t('browseOthers')}
          </Link>
        </p>
      )}
    </article>
  );
}

async function SimilarRows({ artwork }: { artwork: Artwork }) {
  const [{ style, content, palette }, sameMaker] = await Promise.all([
    findSimilar(artwork),
    findSameMaker(artwork),
  ]);
  return (
    <div className="shell mt-16 space-y-14 md:mt-20">
      <SimilarRow artworkId={artwork.id} kind="style" found={style} />
      <SimilarRow artworkId={artwork.id} kind="content" found={content} />
      <SimilarRow artworkId={artwork.id} kind="palette" found={palette} />
      {sameMaker && <MakerRow {...sameMaker} />}
    </div>
  );
}
