import { useTranslations } from 'next-intl';
import { Link } from '@/i18n/link';
import { type Artwork, type FacetName } from '@/lib/catalog/artwork';
import { centuryOf } from '@/lib/catalog/century';
import { isGivenTo, type MakerCredit } from '@/lib/catalog/maker';
import { searchFromHref } from '@/lib/search/light-links';
import { dateLabel, makerName } from './artwork-label';

interface WorkDetailsProps {
  artwork: Artwork;
  /** What comes under the facts. */
  children?: React.ReactNode;
}

/** The label beside a work, as a museum writes it, and the way to search from it. */
export function WorkDetails({ artwork, children }: WorkDetailsProps) {
  const { titles, medium, descriptions, makers } = artwork;
  const t = useTranslations('artwork');
  const date = dateLabel(t, artwork);
  const century = artwork.year === null ? null : centuryOf(artwork.year);
  const [title, ...otherTitles] = titles;
  return (
    <div className="md:pt-2">
      <h1
        lang={title?.language ?? undefined}
        className="font-serif text-title leading-[1.06] tracking-[-0.015em] text-pretty italic"
      >
        {title?.text}
      </h1>
      {otherTitles.map(({ text, language }) => (
        <p key={text} lang={language ?? undefined} className="mt-2 font-serif text-quiet italic">
          {text}
        </p>
      ))}
      <p className="mt-4 font-serif text-read">
        {makers.length === 0 && t('unknownArtist')}
        {makers.map((maker, at) => (
          <span key={`${maker.name} ${maker.role}`}>
            {at > 0 && t('comma')}
            <Maker maker={maker} />
          </span>
        ))}
        {date && (
          <span className="text-quiet">
            {t('comma')}
            {century === null ? date : <FacetLink name="century" value={String(century)} text={date} />}
          </span>
        )}
      </p>
      {medium && (
        <p className="mt-1 text-quiet">
          <FacetLink name="medium" value={medium} />
        </p>
      )}
      {artwork.state === 'ready' && (
        <p className="mt-7 flex flex-wrap gap-3">
          <Link href={searchFromHref(artwork.id, 'style')} className="button">
            {t('searchFrom')}
          </Link>
          <Link href={`/search/detail?style=${artwork.id}`} className="button-quiet min-h-11">
            {t('searchFromDetail')}
          </Link>
        </p>
      )}
      {descriptions.map(({ text, language }) => (
        <p
          key={text}
          lang={language ?? undefined}
          className="mt-7 max-w-prose font-serif text-read whitespace-pre-line"
        >
          {text}
        </p>
      ))}
      <Facts artwork={artwork} />
      {children}
    </div>
  );
}

function Maker({ maker }: { maker: MakerCredit }) {
  const t = useTranslations('artwork');
  const name = makerName(t, maker);
  return (
    <>
      {isGivenTo(maker) ? <FacetLink name="artist" value={maker.name} text={name} /> : name}
      {maker.role && <span className="text-quiet"> {t('role', { role: maker.role })}</span>}
    </>
  );
}

function Facts({ artwork }: { artwork: Artwork }) {
  const t = useTranslations('artwork');
  const { image, objectKind, collection, rights, rightsUrl, sourceUrl } = artwork;
  return (
    <dl className="mt-8 grid grid-cols-[auto_1fr] gap-x-6 gap-y-2 border-t border-rule pt-4 text-fine">
      <Row name={t('kind')}>{objectKind && <FacetLink name="kind" value={objectKind} />}</Row>
      <Row name={t('movement')}>{facetLinks('movement', artwork.movements)}</Row>
      <Row name={t('genre')}>{facetLinks('genre', artwork.genres)}</Row>
      <Row name={t('subject')}>{facetLinks('subject', artwork.subjects)}</Row>
      <Row name={t('technique')}>{artwork.technique}</Row>
      <Row name={t('dimensions')}>{artwork.dimensionsText ?? sizeLabel(t, artwork)}</Row>
      <Row name={t('placeMade')}>{artwork.placeMade}</Row>
      <Row name={t('collection')}>{collection && <FacetLink name="collection" value={collection} />}</Row>
      <Row name={t('accessionNumber')}>{artwork.accessionNumber}</Row>
      <Row name={t('creditLine')}>{artwork.creditLine}</Row>
      <Row name={t('source')}>{sourceUrl && <SourceLink url={sourceUrl} />}</Row>
      <Row name={t('rights')}>
        {rightsUrl === null ? (
          rights && <FacetLink name="rights" value={rights} />
        ) : rights === null ? (
          <a href={rightsUrl} rel="license noopener" className="link">
            {rightsUrl}
          </a>
        ) : (
          <FacetLink name="rights" value={rights} />
        )}
      </Row>
      <Row name={t('picture')}>
        {t('pixels', { width: String(image.width), height: String(image.height) })}
      </Row>
    </dl>
  );
}

type Words = ReturnType<typeof useTranslations<'artwork'>>;

function sizeLabel(t: Words, { heightCm, widthCm }: Artwork): string | null {
  if (heightCm === null || widthCm === null) return null;
  return t('size', { height: heightCm, width: widthCm });
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

/** Null without values, so that its row is left out. */
function facetLinks(name: FacetName, values: readonly string[]) {
  if (values.length === 0) return null;
  return values.map((value, at) => (
    <span key={value}>
      {at > 0 && ', '}
      <FacetLink name={name} value={value} />
    </span>
  ));
}

function FacetLink({ name, value, text = value }: { name: FacetName; value: string; text?: string }) {
  return (
    <Link href={`/browse?${new URLSearchParams({ [name]: value })}`} className="link">
      {text}
    </Link>
  );
}

function SourceLink({ url }: { url: string }) {
  return (
    <a href={url} rel="noopener nofollow" className="link">
      {new URL(url).hostname.replace(/^www\./, '')}
    </a>
  );
}
