import { type Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { EmptyResults } from '@/components/collection/empty-results';
import { FacetBar } from '@/components/collection/facet-bar';
import { HiddenFields } from '@/components/forms/hidden-fields';
import { Pager } from '@/components/collection/pager';
import { ProblemPage } from '@/components/layout/problem-page';
import { keptFields } from '@/lib/search/search-links';
import { UnavailableCollection } from '@/components/layout/unavailable-collection';
import { SubmitOnChange } from '@/components/forms/submit-on-change';
import { WorksWall } from '@/components/works/works-wall';
import { listArtworks } from '@/lib/catalog/artworks.repository';
import { database } from '@/lib/catalog/database';
import { countFacets } from '@/lib/catalog/facets.repository';
import { isCollectionUnavailable } from '@/lib/catalog/database-outage';
import { Problem, problemKinds } from '@/lib/platform/problem';
import { type PageAddress, toSearchParams } from '../../page-address';
import { type BrowseQuery, browseHref, parseBrowseQuery, sortsFor } from './browse-query';

const pageSize = 48;

export async function generateMetadata({ searchParams }: PageAddress): Promise<Metadata> {
  const t = await getTranslations('browse');
  const filtered = [...toSearchParams(await searchParams)].length > 0;
  return { title: t('title'), ...(filtered && { robots: { index: false } }) };
}

export default async function BrowsePage({ searchParams }: PageAddress) {
  try {
    return await works(parseBrowseQuery(toSearchParams(await searchParams)));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (isCollectionUnavailable(error)) return <UnavailableCollection />;
    const t = await getTranslations();
    return (
      <ProblemPage
        status={problemKinds[error.kind].status}
        title={t(`problems.${error.kind}`)}
        detail={error.message}
      >
        <a href="/browse" className="button">
          {t('browse.all')}
        </a>
      </ProblemPage>
    );
  }
}

async function works(query: BrowseQuery) {
  const { filter, sort, page } = query;
  const t = await getTranslations('browse');
  const words = await getTranslations('artwork');
  const db = await database();
  const [{ artworks, total }, facets] = await Promise.all([
    listArtworks(db, { filter, sort, offset: (page - 1) * pageSize, limit: pageSize }),
    countFacets(db, filter),
  ]);
  return (
    <div className="shell">
      <div className="flex flex-wrap items-end justify-between gap-x-10 gap-y-4 pt-4 pb-6 md:pt-8">
        <h1 className="font-serif text-title tracking-[-0.015em]">{t('title')}</h1>
        <TextForm query={query} />
      </div>
      <FacetBar
        facets={facets}
        total={total}
        filter={filter}
        hrefFor={(next) => browseHref({ ...query, filter: next, page: 1 })}
      >
        <SortForm query={query} />
      </FacetBar>
      <p className="mt-6 mb-6 border-t border-ink pt-2.5 text-quiet" role="status">
        {words('count', { count: total })}
      </p>
      {artworks.length === 0 ? (
        <EmptyResults title={t('empty')} clearHref="/browse" />
      ) : (
        <WorksWall label={t('works')} artworks={artworks} />
      )}
      <Pager
        page={page}
        pages={Math.ceil(total / pageSize)}
        hrefFor={(next) => browseHref({ ...query, page: next })}
      />
    </div>
  );
}

function TextForm({ query: { filter, sort } }: { query: BrowseQuery }) {
  const t = useTranslations('browse');
  return (
    <form action="/browse" method="get" role="search" className="flex w-full max-w-md">
      <HiddenFields fields={keptFields({ facets: filter.facets })} />
      {sort && <input type="hidden" name="sort" value={sort} />}
      <label htmlFor="q" className="sr-only">
        {t('textLabel')}
      </label>
      <input
        id="q"
        type="search"
        name="q"
        defaultValue={filter.text ?? ''}
        maxLength={200}
        placeholder={t('textHint')}
        className="field border-r-0"
      />
      <button type="submit" className="button shrink-0">
        {t('search')}
      </button>
    </form>
  );
}

function SortForm({ query }: { query: BrowseQuery }) {
  const t = useTranslations('browse');
  return (
    <SubmitOnChange action="/browse" method="get" className="ml-auto flex items-center gap-2 max-sm:ml-0">
      <HiddenFields fields={keptFields(query.filter)} />
      <label htmlFor="sort" className="text-quiet">
        {t('sortBy')}
      </label>
      <select
        id="sort"
        name="sort"
        defaultValue={query.sort}
        className="min-h-10 border border-edge bg-wall px-2 hover:border-ink"
      >
        {sortsFor(query.filter).map((sort) => (
          <option key={sort} value={sort}>
            {t(`sorts.${sort}`)}
          </option>
        ))}
      </select>
      <noscript>
        <button type="submit" className="button-quiet">
          {t('sort')}
        </button>
      </noscript>
    </SubmitOnChange>
  );
}
