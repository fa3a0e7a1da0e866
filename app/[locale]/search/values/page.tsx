import { AllValues } from '@/components/collection/all-values';
import { forEachFacet } from '@/lib/catalog/artwork';
import { Problem } from '@/lib/platform/problem';
import { parseFacetName } from '@/lib/search/question/facet-of';
import { parseSearchQuery, queryFields, searchHref } from '@/lib/search/query';
import { answered, searchRankings } from '@/lib/search/search.service';
import { type PageAddress, toSearchParams } from '../../../page-address';
import { resolveSearch } from '../resolve-search';
import { SearchProblem } from '../search-problem';

export { valuesMetadata as generateMetadata } from '../../../values-metadata';

/** All values of the facet `of`, to narrow a search by. */
export default async function SearchValuesPage({ searchParams }: PageAddress) {
  try {
    const params = toSearchParams(await searchParams);
    const query = parseSearchQuery(params);
    const name = parseFacetName(params);
    const resolved = await resolveSearch(query);
    const [found] = await searchRankings(resolved, [{ terms: query.terms, withFacets: true }], {
      pageSize: 1,
    });
    const { filter } = query;
    const kept = queryFields({ ...query, filter: { ...filter, facets: { ...filter.facets, [name]: [] } } });
    return (
      <AllValues
        name={name}
        facets={answered(found).facets ?? forEachFacet(() => [])}
        chosen={filter.facets?.[name] ?? []}
        action="/search"
        kept={kept}
        backHref={searchHref(query)}
      />
    );
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return <SearchProblem problem={error} />;
  }
}
