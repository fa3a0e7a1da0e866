import { useTranslations } from 'next-intl';
import { makerLabel } from '@/components/works/artwork-label';
import { Notice } from '@/components/layout/notice';
import { type Artwork } from '@/lib/catalog/artwork';
import { renditionUrl } from '@/lib/images/rendition-url';

interface LooksLikeProps {
  /** Works whose picture looks the same. */
  copies: readonly Artwork[];
  /** The nearest in style; null: they cannot be found now. */
  near: readonly Artwork[] | null;
}

/** What a work looks like: copies of its picture, and the nearest works in style. */
export function LooksLike({ copies, near }: LooksLikeProps) {
  const t = useTranslations('editing');
  return (
    <div className="space-y-8">
      {copies.length > 0 && (
        <Notice title={t('copies')}>
          <p className="mb-3">{t('copiesDetail')}</p>
          <Works works={copies} />
        </Notice>
      )}
      <section aria-labelledby="near">
        <h2 id="near" className="mb-4 border-t border-ink pt-3 font-serif text-head">
          {t('near')}
        </h2>
        {near === null || near.length === 0 ? (
          <p className="text-quiet">{t('nearNone')}</p>
        ) : (
          <Works works={near} />
        )}
      </section>
    </div>
  );
}

function Works({ works }: { works: readonly Artwork[] }) {
  const t = useTranslations('artwork');
  return (
    <ul className="grid grid-cols-3 gap-x-3 gap-y-4">
      {works.map((work) => (
        <li key={work.id} className="min-w-0 text-fine">
          <a href={`/admin/works/${work.id}`} className="block">
            <img
              src={renditionUrl(work.image.key, 320)}
              alt=""
              loading="lazy"
              className="aspect-square w-full object-cover"
              style={{ backgroundColor: work.image.colour }}
            />
            <span className="mt-1.5 block truncate font-serif text-base italic">{work.title}</span>
          </a>
          <span className="block truncate text-quiet">{makerLabel(t, work)}</span>
        </li>
      ))}
    </ul>
  );
}
