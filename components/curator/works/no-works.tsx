import { useTranslations } from 'next-intl';
import { Link } from '@/i18n/link';
import { type WorksPlace } from '@/lib/curation/works-query';

/** Shown instead of an empty table, with what to do next. */
export function NoWorks({ place, isNarrowed }: { place: WorksPlace; isNarrowed: boolean }) {
  const t = useTranslations('works');
  const all = place === 'bin' ? '/admin/works/bin' : '/admin/works';
  const which = isNarrowed ? 'noMatch' : place === 'bin' ? 'emptyBin' : 'empty';
  return (
    <div className="max-w-prose border-t border-ink py-16">
      <p className="font-serif text-head">{t(which)}</p>
      {isNarrowed ? (
        <Link href={all} className="mt-5 button-quiet">
          {t('showAll')}
        </Link>
      ) : (
        place === 'collection' && (
          <Link href="/admin" className="mt-5 button">
            {t('add')}
          </Link>
        )
      )}
    </div>
  );
}
