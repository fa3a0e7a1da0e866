import { AllValues } from '@/components/collection/all-values';
import { countFacets } from '@/lib/catalog/facets.repository';
import { database } from '@/lib/catalog/database';
import { Problem } from '@/lib/platform/problem';
import { parseFacetName } from '@/lib/search/question/facet-of';
import { type PageAddress, toSearchParams } from '../../../page-address';
import { BrowseProblem } from '../browse-problem';
import { browseFields, browseHref, parseBrowseQuery } from '../browse-query';

export { valuesMetadata as generateMetadata } from '../../../values-metadata';

/** All values of the facet `of`, to narrow the collection by. */
export default async function BrowseValuesPage({ searchParams }: PageAddress) {
  try {
    const params = toSearchParams(await searchParams);
    const query = parseBrowseQuery(params);
    const name = parseFacetName(params);
    const { filter, sort } = query;
    return (
      <AllValues
        name={name}
        facets={await countFacets(await database(), filter)}
        chosen={filter.facets?.[name] ?? []}
        action="/browse"
        kept={browseFields({ filter: { ...filter, facets: { ...filter.facets, [name]: [] } }, sort })}
        backHref={browseHref(query)}
      />
    );
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return <BrowseProblem problem={error} />;
  }
}
