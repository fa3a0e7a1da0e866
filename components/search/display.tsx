import { useTranslations } from 'next-intl';
import { SortForm } from '@/components/collection/sort-form';
import { Link } from '@/i18n/link';
import { queryFields, searchHref, type SearchQuery, searchSorts, viewOf, viewsFor } from '@/lib/search/query';

/**
 * How results are shown: their view, if there is a choice, and their order. It stands at the end of a row, so it is seen
 * when both have come.
 */
export function Display({ query }: { query: SearchQuery }) {
  const t = useTranslations('search');
  const views = viewsFor(query.terms);
  return (
    <div className="when-whole flex flex-wrap items-center gap-x-3 gap-y-1 max-sm:justify-between sm:ml-auto sm:gap-x-6">
      {views.length > 1 && (
        <nav aria-label={t('view')}>
          <ul className="flex gap-x-4">
            {views.map((view) => (
              <li key={view}>
                <Link
                  href={searchHref({ ...query, view, page: 1 })}
                  scroll={false}
                  aria-current={view === viewOf(query) ? 'true' : undefined}
                  className={`inline-block py-1 ${view === viewOf(query) ? 'font-[600] underline decoration-seal decoration-2 underline-offset-4' : 'link'}`}
                >
                  {t(`views.${view}`)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {viewOf(query) !== 'timeline' && (
        <SortForm
          action="/search"
          kept={queryFields({ ...query, sort: undefined })}
          sort={query.sort ?? 'likeness'}
          choices={searchSorts.map((value) => ({ value, label: t(`sorts.${value}`) }))}
        />
      )}
      <span hidden />
    </div>
  );
}
