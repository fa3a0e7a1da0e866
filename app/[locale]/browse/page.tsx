import { type Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageAlternates } from '@/app/page-alternates';
import { EmptyResults } from '@/components/collection/empty-results';
import { FacetBar } from '@/components/collection/facet-bar';
import { ListFormats } from '@/components/collection/list-formats';
import { Pager } from '@/components/collection/pager';
import { SortForm } from '@/components/collection/sort-form';
import { TextForm } from '@/components/collection/text-form';
import { JsonLd } from '@/components/layout/json-ld';
import { formatParameters } from '@/lib/search/query';
import { filterParameters } from '@/lib/search/question/filter';
import { withoutText } from '@/lib/search/search-links';
import { WorksWall } from '@/components/works/works-wall';
import { listArtworks } from '@/lib/catalog/artworks.repository';
import { database } from '@/lib/catalog/database';
import { countFacets } from '@/lib/catalog/facets.repository';
import { Problem } from '@/lib/platform/problem';
import { siteOrigin } from '@/lib/platform/site-origin';
import { itemList } from '@/lib/standards/schema-org';
import { type PageAddress, toSearchParams } from '../../page-address';
import { BrowseProblem } from './browse-problem';
import {
  browseAddress,
  type BrowseQuery,
  browseFields,
  browseHref,
  parseBrowseQuery,
  sortsFor,
} from './browse-query';

const pageSize = 48;

export async function generateMetadata({ searchParams }: PageAddress): Promise<Metadata> {
  const t = await getTranslations('browse');
  const params = toSearchParams(await searchParams);
  if (params.size > 0) return { title: t('title'), robots: { index: false } };
  return { title: t('title'), alternates: await pageAlternates('/browse') };
}

export default async function BrowsePage({ searchParams }: PageAddress) {
  try {
    return await works(parseBrowseQuery(toSearchParams(await searchParams)));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return <BrowseProblem problem={error} />;
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
  const list = {
    name: t('title'),
    url: browseHref(query),
    works: artworks,
  };
  return (
    <div className="shell">
      <JsonLd of={itemList(siteOrigin(), list)} />
      <div className="flex flex-wrap items-end justify-between gap-x-10 gap-y-4 pt-4 pb-6 md:pt-8">
        <h1 className="font-serif text-title tracking-[-0.015em]">{t('title')}</h1>
        <TextForm
          action="/browse"
          kept={browseFields({ filter: withoutText(filter), sort })}
          text={filter.text}
        />
      </div>
      <FacetBar
        facets={facets}
        total={total}
        filter={filter}
        action="/browse"
        kept={browseFields({ filter: { text: filter.text }, sort })}
        hrefFor={(next) => browseHref({ ...query, filter: next, page: 1 })}
        moreHref={(name) => `/browse/values?${formatParameters([...browseFields(query), ['of', name]])}`}
      >
        <SortForm
          action="/browse"
          kept={filterParameters(filter)}
          sort={sort}
          choices={sortsFor(filter).map((value) => ({ value, label: t(`sorts.${value}`) }))}
        />
      </FacetBar>
      <p className="mt-6 mb-6 border-t border-ink pt-2.5 text-quiet" role="status">
        {words('count', { count: total })}
      </p>
      {artworks.length === 0 ? (
        <EmptyResults title={t('empty')} clearHref="/browse" />
      ) : (
        <WorksWall
          label={t('works')}
          artworks={artworks}
          onList={{ from: browseHref({ ...query, page: 1 }), at: (page - 1) * pageSize + 1 }}
        />
      )}
      <Pager
        page={page}
        pages={Math.ceil(total / pageSize)}
        hrefFor={(next) => browseHref({ ...query, page: next })}
      />
      <div className="mt-10">
        <ListFormats total={total} path={browseAddress(query)} />
      </div>
    </div>
  );
}
