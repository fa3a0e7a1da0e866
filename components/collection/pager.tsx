import { useTranslations } from 'next-intl';
import { Link } from '@/i18n/link';

interface PagerProps {
  page: number;
  pages: number;
  hrefFor: (page: number) => string;
}

/** Previous and next; nothing when there is one page. */
export function Pager({ page, pages, hrefFor }: PagerProps) {
  const t = useTranslations('collection');
  if (pages <= 1) return null;
  return (
    <nav aria-label={t('pages')} className="mt-14 flex items-center justify-between gap-4">
      <span className="min-w-28">
        {page > 1 && (
          <Link href={hrefFor(page - 1)} rel="prev" className="button-quiet">
            <span aria-hidden="true">←</span> {t('previous')}
          </Link>
        )}
      </span>
      <span className="text-quiet tabular-nums">{t('page', { page, pages })}</span>
      <span className="flex min-w-28 justify-end">
        {page < pages && (
          <Link href={hrefFor(page + 1)} rel="next" className="button-quiet">
            {t('next')} <span aria-hidden="true">→</span>
          </Link>
        )}
      </span>
    </nav>
  );
}
