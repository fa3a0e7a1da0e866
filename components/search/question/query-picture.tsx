import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { Link } from '@/i18n/link';
import { type SearchReference } from '@/lib/search/references';
import { DevicePictureLater } from '@/components/device/device-picture-later';
import { altText, makerLabel } from '@/components/works/artwork-label';
import { Picture } from '@/components/works/picture';
import { inLanguage } from '@/lib/catalog/in-language';
import { workHref } from '@/lib/catalog/work-address';
import { useReferenceTitle } from './reference-title';
import { Swatches } from './swatches';

interface QueryPictureProps {
  reference: SearchReference;
  sizes: string;
  /** On a phone the label is beside the picture, to save height. */
  besideOnPhone?: boolean;
  /** One of several. */
  isSmall?: boolean;
}

/** A picture that a search starts from, with its label: that of the work, or how long an upload is kept. */
export function QueryPicture({
  reference,
  sizes,
  besideOnPhone = false,
  isSmall = false,
}: QueryPictureProps) {
  const t = useTranslations('search');
  const words = useTranslations('artwork');
  const { image, detail, colours } = reference;
  const language = useLocale();
  const artwork = reference.artwork && inLanguage(reference.artwork, language);
  const title = useReferenceTitle()(reference);
  return (
    <figure
      className={besideOnPhone ? 'max-md:grid max-md:grid-cols-[38%_1fr] max-md:items-end max-md:gap-4' : ''}
    >
      <div className="relative overflow-hidden">
        {artwork ? (
          <Link href={workHref(artwork)}>
            <Picture image={artwork.image} alt={altText(words, artwork)} sizes={sizes} isUrgent />
          </Link>
        ) : image ? (
          <Picture image={image} alt={t('uploadedPicture')} sizes={sizes} isUrgent />
        ) : colours ? (
          <Swatches colours={colours} />
        ) : (
          <DevicePictureLater id={reference.ref} />
        )}
        {detail && (
          <span
            aria-hidden="true"
            className="pointer-events-none absolute border-2 border-white shadow-[0_0_0_1px_rgb(0_0_0/0.6),0_0_0_100vmax_rgb(0_0_0/0.5)]"
            style={{
              left: `${detail.x}%`,
              top: `${detail.y}%`,
              width: `${detail.width}%`,
              height: `${detail.height}%`,
            }}
          />
        )}
      </div>
      <figcaption className={besideOnPhone ? 'mt-3 max-md:mt-0' : isSmall ? 'mt-2' : 'mt-3'}>
        <span
          lang={artwork?.titles[0]?.language ?? undefined}
          className={`font-serif leading-snug italic ${isSmall ? 'line-clamp-2' : 'block text-read'}`}
        >
          {title}
        </span>
        <span className="mt-0.5 block text-fine text-quiet">
          {artwork
            ? makerLabel(words, artwork)
            : reference.expiresAt && <Expiry expiresAt={reference.expiresAt} shown={image !== null} />}
        </span>
      </figcaption>
    </figure>
  );
}

interface ExpiryProps {
  expiresAt: Date;
  /** Whether anyone with the address sees the picture, or only its results. */
  shown: boolean;
}

function Expiry({ expiresAt, shown }: ExpiryProps) {
  const t = useTranslations('search');
  const format = useFormatter();
  const day = () => <time dateTime={expiresAt.toISOString()}>{format.dateTime(expiresAt, 'day')}</time>;
  return t.rich(shown ? 'keptUntil' : 'searchKeptUntil', { day });
}
