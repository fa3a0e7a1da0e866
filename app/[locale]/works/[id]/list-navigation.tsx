import { useTranslations } from 'next-intl';
import { Link } from '@/i18n/link';
import { workOnListHref } from '@/lib/catalog/work-address';
import { type ListPlace } from './list-place';

/** Back to the list that one came from, and on to the works beside this one. */
export function ListNavigation({ place: { href, rank, previous, next } }: { place: ListPlace }) {
  const t = useTranslations('work');
  return (
    <nav aria-label={t('listNavigation')} className="shell flex flex-wrap gap-x-6 pb-2 text-fine text-quiet">
      <Link href={href} className="link py-1">
        {t('list')}
      </Link>
      {previous && (
        <Link
          href={workOnListHref(previous, { from: href, at: rank - 1 })}
          rel="prev"
          className="link min-w-0 truncate py-1"
        >
          {t('previousWork', { title: previous.title })}
        </Link>
      )}
      {next && (
        <Link
          href={workOnListHref(next, { from: href, at: rank + 1 })}
          rel="next"
          className="link min-w-0 truncate py-1"
        >
          {t('nextWork', { title: next.title })}
        </Link>
      )}
    </nav>
  );
}
