import { type Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { BlendSearch } from '@/components/search/blend-search';
import { otherKind } from '@/lib/search/search-links';
import { ClientMessages } from '@/components/layout/client-messages';
import { UnavailableCollection } from '@/components/layout/unavailable-collection';
import { SingleSearch } from '@/components/search/single-search';
import { database } from '@/lib/catalog/database';
import { isCollectionUnavailable } from '@/lib/catalog/database-outage';
import { Problem } from '@/lib/platform/problem';
import { settings } from '@/lib/platform/settings';
import { deviceOffer } from '@/lib/search/device-offer';
import { parseSearchQuery, type SearchQuery } from '@/lib/search/query';
import { type SearchHit } from '@/lib/search/search-hits';
import { answered, searchRankings } from '@/lib/search/search.service';
import { type NetworkKind } from '@/lib/vision/embedding';
import { type PageAddress, toSearchParams } from '../../page-address';
import { resolveSearch } from './resolve-search';
import { SearchProblem } from './search-problem';

// Result pages are for people who have the address; robots would follow endless combinations.
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('search');
  return { title: t('title'), robots: { index: false } };
}

export default async function SearchPage({ searchParams }: PageAddress) {
  try {
    const query = parseSearchQuery(toSearchParams(await searchParams));
    return (
      <ClientMessages of={['link', 'devicePicture', 'blendForm', 'device', 'refusals']}>
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
  const [term, ...more] = query.terms;
  const [resolved, db] = await Promise.all([resolveSearch(query), database()]);
  const asked = { terms: query.terms, withFacets: true };
  if (!term || more.length > 0 || term.weight < 0 || term.kind === 'palette')
    return <BlendSearch result={answered((await searchRankings(resolved, [asked]))[0])} />;
  const kind = otherKind(term.kind);
  const other = { terms: [{ ...term, kind }], withFacets: false };
  const [[first, second], offer] = await Promise.all([
    searchRankings(resolved, [asked, other]),
    deviceOffer(db),
  ]);
  const result = answered(first);
  const hits = { [term.kind]: result.hits, [kind]: answered(second).hits };
  return (
    <SingleSearch
      term={term}
      result={result}
      hits={hits as Record<NetworkKind, readonly SearchHit[]>}
      offer={offer}
      days={settings().queryDays}
    />
  );
}
