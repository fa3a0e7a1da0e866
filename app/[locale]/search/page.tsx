import { type Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { languageParameter } from '@/app/asked-language';
import { pageAlternates } from '@/app/page-alternates';
import { ClientMessages } from '@/components/layout/client-messages';
import { JsonLd } from '@/components/layout/json-ld';
import { UnavailableCollection } from '@/components/layout/unavailable-collection';
import { Results } from '@/components/search/results';
import { database } from '@/lib/catalog/database';
import { isCollectionUnavailable } from '@/lib/catalog/database-outage';
import { cardSize } from '@/lib/images/cards/card-size';
import { Problem } from '@/lib/platform/problem';
import { settings } from '@/lib/platform/settings';
import { siteOrigin } from '@/lib/platform/site-origin';
import { deviceOffer } from '@/lib/search/device-offer';
import {
  formatSearchQuery,
  parseSearchQuery,
  searchHref,
  type SearchQuery,
  viewOf,
  viewSizes,
} from '@/lib/search/query';
import { answered, searchRankings } from '@/lib/search/search.service';
import { itemList } from '@/lib/standards/schema-org';
import { type NetworkKind, networkKinds } from '@/lib/vision/embedding';
import { type PageAddress, toSearchParams } from '../../page-address';
import { isLandingSearch } from './landing-search';
import { resolveSearch } from './resolve-search';
import { searchCardLabel } from './search-card-label';
import { SearchProblem } from './search-problem';

export async function generateMetadata({ searchParams }: PageAddress): Promise<Metadata> {
  const t = await getTranslations('search');
  return {
    title: t('title'),
    robots: { index: false },
    ...(await announced(toSearchParams(await searchParams))),
  };
}

/** Its address, and how a link to it is announced; nothing for a search that has no results. */
async function announced(params: URLSearchParams): Promise<Metadata> {
  try {
    const query = parseSearchQuery(params);
    const locale = await getLocale();
    const { title, caption } = await searchCardLabel(await resolveSearch(query), locale);
    const asked = new URLSearchParams(formatSearchQuery({ ...query, view: undefined, page: 1 }));
    const card = new URLSearchParams([...asked, ...Object.entries(languageParameter(locale))]);
    const images = [{ url: `/images/cards/search?${card}`, ...cardSize, alt: title }];
    return {
      title,
      robots: { index: isLandingSearch(query) },
      alternates: await pageAlternates(searchHref(query)),
      openGraph: { siteName: 'Gafu', type: 'website', title, description: caption, images },
    };
  } catch (error) {
    if (error instanceof Problem) return {};
    throw error;
  }
}

export default async function SearchPage({ searchParams }: PageAddress) {
  try {
    const query = parseSearchQuery(toSearchParams(await searchParams));
    return (
      <ClientMessages
        of={['link', 'devicePicture', 'blendForm', 'weights', 'colours', 'hit', 'keep', 'wall']}
      >
        {await results(query)}
      </ClientMessages>
    );
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (isCollectionUnavailable(error)) return <UnavailableCollection />;
    return <SearchProblem problem={error} />;
  }
}

async function results(query: SearchQuery) {
  const [resolved, db] = await Promise.all([resolveSearch(query), database()]);
  const kinds = comparedKinds(query);
  const rankings =
    kinds.length === 0
      ? [{ terms: query.terms, withFacets: true }]
      : kinds.map((kind) => ({
          terms: query.terms.slice(0, 1).map((term) => ({ ...term, kind, weight: 1 })),
          withFacets: kind === kinds[0],
        }));
  const pageSize = viewSizes[viewOf(query)];
  const [found, offer] = await Promise.all([
    searchRankings(resolved, rankings, { pageSize }),
    deviceOffer(db),
  ]);
  const results = found.map(answered);
  const [first = answered(undefined)] = results;
  const t = await getTranslations('search');
  const list = {
    name: t('title'),
    url: searchHref(first.query),
    works: first.hits.map(({ artwork }) => artwork),
  };
  return (
    <>
      <JsonLd of={itemList(siteOrigin(), list)} />
      <Results
        result={{ ...first, query: resolved.query }}
        columns={
          kinds.length === 0 ? null : kinds.map((kind, at) => ({ kind, hits: results[at]?.hits ?? [] }))
        }
        offer={offer}
        days={settings().queryDays}
      />
    </>
  );
}

/** The kinds that one picture is compared by side by side, style first; none if the query is shown as one wall. */
function comparedKinds(query: SearchQuery): readonly NetworkKind[] {
  return viewOf(query) === 'compare' ? networkKinds : [];
}
