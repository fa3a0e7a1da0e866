import { useTranslations } from 'next-intl';
import { Link } from '@/i18n/link';
import { type Artwork, type ArtworkState } from '@/lib/catalog/artwork';
import { DateReading } from './date-reading';
import { RefreshWhile } from './refresh-while';
import { renditionUrl } from '@/lib/images/rendition-url';

interface RecentWorksProps {
  artworks: readonly Artwork[];
}

/** The works added last, and whether they can be searched yet. Client messages: `refresh`. */
export function RecentWorks({ artworks }: RecentWorksProps) {
  const t = useTranslations('curator');
  const words = useTranslations('artwork');
  const waiting = artworks.some(({ state }) => state === 'pending');
  return (
    <section aria-labelledby="recent">
      <div className="section-head mb-4">
        <h2 id="recent" className="font-serif text-head">
          {t('recent')}
        </h2>
        <Link href="/admin/works">{t('all')}</Link>
      </div>
      <RefreshWhile active={waiting} />
      {artworks.length === 0 && <p className="text-quiet">{t('none')}</p>}
      <ul aria-live="polite">
        {artworks.map((artwork) => (
          <li key={artwork.id} className="flex items-center gap-4 border-b border-rule py-3">
            <img
              src={renditionUrl(artwork.image.key, 224)}
              alt=""
              loading="lazy"
              className="size-14 shrink-0 object-cover"
              style={{ backgroundColor: artwork.image.colour }}
            />
            <div className="min-w-0 flex-1">
              <Link
                href={`/admin/works/${artwork.id}`}
                className="block truncate font-serif italic hover:underline"
              >
                {artwork.title}
              </Link>
              <p className="truncate text-fine text-quiet">{artwork.artist ?? words('unknownArtist')}</p>
              <DateReading artwork={artwork} />
              {artwork.failure && <p className="text-fine text-seal">{artwork.failure}</p>}
            </div>
            <State state={artwork.state} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function State({ state }: { state: ArtworkState }) {
  const t = useTranslations('curator');
  const dot = { pending: 'animate-pulse bg-edge', ready: 'bg-ink', failed: 'bg-seal' }[state];
  return (
    <span className="flex shrink-0 items-center gap-2 text-fine text-quiet" data-state={state}>
      <span aria-hidden="true" className={`size-2 rounded-full ${dot}`} />
      {t(state)}
    </span>
  );
}
