import { type ArtworkFilter, type FacetName } from '@/lib/catalog/artwork';
import { formatParameters, queryFields, type SearchQuery, searchHref, viewOf } from './query';
import { filterParameters } from './question/filter';
import { isUploadRef, pictureKey } from './question/term';
import { type EmbeddingKind } from '@/lib/vision/embedding';

/**
 * The first page of the list that a hit stands on, to be passed on with the hit: where a picture is compared in several
 * kinds side by side, the list of one kind. Null for a search by an upload, whose id is a secret.
 */
export function listHref(query: SearchQuery, kind: EmbeddingKind): string | null {
  if (query.terms.some(({ ref }) => isUploadRef(ref))) return null;
  if (viewOf(query) !== 'compare') return searchHref({ ...query, view: undefined, page: 1 });
  const terms = query.terms.slice(0, 1).map((term) => ({ ...term, kind, weight: 1 }));
  return searchHref({ terms, filter: query.filter, page: 1 });
}

/** The query without one of its pictures; the page begins again. */
export function withoutPicture(query: SearchQuery, key: string): SearchQuery {
  return { ...query, terms: query.terms.filter((term) => pictureKey(term) !== key), page: 1 };
}

/** The query with another picture in the place of one of its own; the page begins again. */
export function withOtherPicture(query: SearchQuery, key: string, ref: string): SearchQuery {
  const terms = query.terms.map((term) =>
    pictureKey(term) === key ? { kind: term.kind, ref, weight: term.weight } : term,
  );
  return { ...query, terms, page: 1 };
}

/** The page where the part of a picture of the query is chosen. */
export function detailHref(query: SearchQuery, key: string): string {
  return `/search/detail?${formatParameters([...queryFields(query), ['of', key]])}`;
}

/** The page with all values of a facet, each with how many works it would leave. */
export function facetHref(query: SearchQuery, name: FacetName): string {
  return `/search/values?${formatParameters([...queryFields(query), ['of', name]])}`;
}

export function withoutFacetValue(filter: ArtworkFilter, name: FacetName, value: string): ArtworkFilter {
  const values = (filter.facets?.[name] ?? []).filter((other) => other !== value);
  return { ...filter, facets: { ...filter.facets, [name]: values } };
}

export function withoutYears(filter: ArtworkFilter): ArtworkFilter {
  return { ...filter, years: undefined };
}

export function withoutText(filter: ArtworkFilter): ArtworkFilter {
  return { ...filter, text: undefined };
}

/** How many things the filter asks for. */
export function countFilter(filter: ArtworkFilter): number {
  return filterParameters(filter).length;
}

/** The query at another page. */
export function pageHref(query: SearchQuery, page: number): string {
  return searchHref({ ...query, page });
}

/** The query's hits for programs. */
export function listAddress(query: SearchQuery): string {
  return `/api/v1/search?${formatParameters(queryFields({ ...query, view: undefined }))}`;
}
