import { useTranslations } from 'next-intl';
import { Link } from '@/i18n/navigation';
import { type Artwork } from '@/lib/catalog/artwork';
import { dateLabel } from './artwork-label';
import { searchFromHref } from '@/lib/search/search-links';

/** The label beside a work, as a museum writes it, and the way to search from it. */
export function WorkDetails({ artwork }: { artwork: Artwork }) {
  const { title, artist, medium, description, image } = artwork;
  const t = useTranslations('artwork');
  const date = dateLabel(t, artwork);
  return (
    <div className="md:pt-2">
      <h1 className="font-serif text-title leading-[1.06] tracking-[-0.015em] text-pretty italic">{title}</h1>
      <p className="mt-4 font-serif text-read">
        {artist ? <FacetLink name="artist" value={artist} /> : t('unknownArtist')}
        {date && <span className="text-quiet">, {date}</span>}
      </p>
      {medium && <p className="mt-1 text-quiet">{medium}</p>}
      {artwork.state === 'ready' && (
        <p className="mt-7 flex flex-wrap gap-3">
          <Link href={searchFromHref(artwork.id, 'style')} className="button">
            {t('searchFrom')}
          </Link>
        </p>
      )}
      {description && (
        <p className="mt-7 max-w-prose font-serif text-read whitespace-pre-line">{description}</p>
      )}
      <dl className="mt-8 grid grid-cols-[auto_1fr] gap-x-6 gap-y-2 border-t border-rule pt-4 text-fine">
        <Row name={t('movement')}>
          {artwork.movement && <FacetLink name="movement" value={artwork.movement} />}
        </Row>
        <Row name={t('subject')}>
          {artwork.subject && <FacetLink name="subject" value={artwork.subject} />}
        </Row>
        <Row name={t('source')}>{artwork.source && <Source source={artwork.source} />}</Row>
        <Row name={t('rights')}>{artwork.rights}</Row>
        <Row name={t('picture')}>
          {t('pixels', { width: String(image.width), height: String(image.height) })}
        </Row>
        <Row name={t('data')}>
          <a href={`/api/v1/artworks/${artwork.id}`} className="link">
            JSON
          </a>
        </Row>
      </dl>
    </div>
  );
}

function Row({ name, children }: { name: string; children: React.ReactNode }) {
  if (!children) return null;
  return (
    <>
      <dt className="text-quiet">{name}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </>
  );
}

function FacetLink({ name, value }: { name: 'artist' | 'movement' | 'subject'; value: string }) {
  return (
    <Link href={`/browse?${new URLSearchParams({ [name]: value })}`} className="link">
      {value}
    </Link>
  );
}

function Source({ source }: { source: string }) {
  if (!/^https?:\/\//.test(source) || !URL.canParse(source)) return source;
  return (
    <a href={source} rel="noopener nofollow" className="link">
      {new URL(source).hostname.replace(/^www\./, '')}
    </a>
  );
}
