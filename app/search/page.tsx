import { type Metadata } from 'next';
import { BlendSearch } from '@/components/search/blend-search';
import { otherKind } from '@/lib/search/search-links';
import { UnavailableCollection } from '@/components/layout/unavailable-collection';
import { SingleSearch } from '@/components/search/single-search';
import { database } from '@/lib/catalog/database';
import { isCollectionResting, toldOfDatabase } from '@/lib/catalog/database-outage';
import { Problem } from '@/lib/platform/problem';
import { settings } from '@/lib/platform/settings';
import { deviceOffer } from '@/lib/search/device-offer';
import { parseSearchQuery, type SearchQuery } from '@/lib/search/query';
import { search, type SearchResult } from '@/lib/search/search.service';
import { type NetworkKind } from '@/lib/vision/embedding';
import { type PageAddress, toSearchParams } from '../page-address';
import { SearchProblem } from './search-problem';

// A result page is for who has its address; robots would walk through endless combinations.
export const metadata: Metadata = { title: 'Search by picture', robots: { index: false } };

export default async function SearchPage({ searchParams }: PageAddress) {
  try {
    return await results(parseSearchQuery(toSearchParams(await searchParams)));
  } catch (caught) {
    const error = toldOfDatabase(caught);
    if (!(error instanceof Problem)) throw error;
    if (isCollectionResting(error)) return <UnavailableCollection />;
    return <SearchProblem problem={error} />;
  }
}

async function results(query: SearchQuery) {
  const [term, ...more] = query.terms;
  const result = await search(query);
  if (!term || more.length > 0 || term.weight < 0 || term.kind === 'palette')
    return <BlendSearch result={result} />;
  const kind = otherKind(term.kind);
  const other = await search({ ...query, terms: [{ ...term, kind }] }, { withFacets: false });
  const results = { [term.kind]: result, [kind]: other } as Record<NetworkKind, SearchResult>;
  return (
    <SingleSearch
      term={term}
      result={result}
      hits={{ style: results.style.hits, content: results.content.hits }}
      offer={await deviceOffer(await database())}
      days={settings().queryDays}
    />
  );
}
