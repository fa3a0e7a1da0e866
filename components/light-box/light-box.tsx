import { useTranslations } from 'next-intl';
import { RefusalNotice } from '@/components/forms/refusal-notice';
import { Wall } from '@/components/works/wall';
import { WorkTile } from '@/components/works/work-tile';
import { type Artwork } from '@/lib/catalog/artwork';
import { Link } from '@/i18n/link';
import { type SearchQuery } from '@/lib/search/query';
import { type Refusal } from '@/components/forms/send-form';
import { LightBoxActions } from './light-box-actions';
import { WorkActions } from './work-actions';

interface LightBoxProps {
  /** In their order. */
  artworks: readonly Artwork[];
  /** How many more it names that are no longer shown. */
  missing: number;
  /** Whether it is that of this browser, and not one that an address names. */
  isOwn: boolean;
  /** A search that its works can be added to. */
  asked: SearchQuery | null;
  /** Why the last change was refused. */
  refusal: Refusal | null;
}

/** Works that somebody has put side by side: to compare, to share, to search with. */
export function LightBox({ artworks, missing, isOwn, asked, refusal }: LightBoxProps) {
  const t = useTranslations('lightBox');
  const words = useTranslations('artwork');
  return (
    <div className="shell">
      <h1 className="pt-4 font-serif text-title tracking-[-0.015em] md:pt-8">{t('title')}</h1>
      {refusal && <RefusalNotice refusal={refusal} />}
      {artworks.length === 0 ? (
        <div className="max-w-prose py-12">
          <p className="font-serif text-head">{t('empty')}</p>
          <p className="mt-3 text-quiet">
            {t.rich('emptyHelp', {
              link: (text) => (
                <Link href="/browse" className="link text-ink">
                  {text}
                </Link>
              ),
            })}
          </p>
        </div>
      ) : (
        <>
          <LightBoxActions works={artworks.map(({ id }) => id)} isOwn={isOwn} asked={asked} />
          <p className="mt-6 mb-6 border-t border-ink pt-2.5 text-quiet">
            {words('count', { count: artworks.length })}
            {missing > 0 && ` · ${t('missing', { count: missing })}`}
          </p>
          <Wall label={t('works')}>
            {artworks.map((artwork, at) => (
              <WorkTile key={artwork.id} artwork={artwork} sizes="room" isUrgent={at < 4}>
                <WorkActions artwork={artwork} isOwn={isOwn} asked={asked} />
              </WorkTile>
            ))}
          </Wall>
        </>
      )}
    </div>
  );
}
