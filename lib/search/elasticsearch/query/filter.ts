import { type estypes } from '@elastic/elasticsearch';
import { type ArtworkFilter, type FacetName, facetNames, type YearRange } from '@/lib/catalog/artwork';
import { type BlendedDirection, blendTerms } from '../../blend';
import { type IndexRequest } from '../../search-index';
import { type IndexLayout, liveAlias, spaceAlias } from '../index-naming';
import { type VectorForm } from '../vector-encoding';
import { textQueries, type TextCondition } from './text';

type Query = estypes.QueryDslQueryContainer;

/** A request for the index, with its text resolved, and the index or alias that answers it. */
export type ResolvedRequest = Omit<IndexRequest, 'withFacets'> & {
  readonly text: TextCondition | null;
  readonly target: string;
  readonly vectorForm: VectorForm;
};

/** What every request says besides what it looks for. */
export const common = {
  _source: false,
  // A partial answer would look complete to whoever reads it.
  allow_partial_search_results: false,
} satisfies Partial<estypes.SearchRequest>;

export const isReady: Query = { term: { state: 'ready' } };

/** Where a request is sent: to the alias of its first space. */
export function targetOf(layout: IndexLayout, { terms: [first] }: Pick<IndexRequest, 'terms'>): string {
  return first === undefined ? liveAlias(layout) : spaceAlias(layout, first.spaceId);
}

/** Every work that a request ranks, before single works are excluded. */
export function matching(request: ResolvedRequest): Query[] {
  return [...hasEmbeddings(blendTerms(request.terms)), ...narrowing(request)];
}

/** Empty if the request is for all works; otherwise only ready works are meant, as in every list. */
export function narrowing({ filter, text }: ResolvedRequest): Query[] {
  const queries = filterQueries(filter, text);
  return queries.length === 0 ? [] : [isReady, ...queries];
}

/** @param without a facet whose own choice is ignored, for its own counts */
export function filterQueries(
  { facets = {}, years }: Pick<ArtworkFilter, 'facets' | 'years'>,
  text: TextCondition | null,
  without?: FacetName,
): Query[] {
  const chosen = facetNames.flatMap((name): Query[] => {
    const values = facets[name] ?? [];
    return name === without || values.length === 0 ? [] : [{ terms: { [name]: [...values] } }];
  });
  return [...chosen, ...yearQueries(years), ...(text === null ? [] : textQueries(text))];
}

function yearQueries(years: YearRange | undefined): Query[] {
  if (years === undefined) return [];
  const { from, to } = years;
  const range = { ...(from !== null && { gte: from }), ...(to !== null && { lte: to }) };
  return [{ range: { years: { ...range, relation: 'intersects' } } }];
}

/** A blend ranks only works that have an embedding of each of its kinds. */
export function hasEmbeddings(directions: readonly BlendedDirection[]): Query[] {
  return directions.map(({ spaceId }) => ({ exists: { field: spaceId } }));
}

export function exclusion({ excludeIds }: Pick<ResolvedRequest, 'excludeIds'>): estypes.QueryDslBoolQuery {
  return excludeIds.length === 0 ? {} : { must_not: [{ terms: { id: [...excludeIds] } }] };
}
