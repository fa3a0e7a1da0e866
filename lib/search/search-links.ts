import { type ArtworkFilter, type FacetName } from '@/lib/catalog/artwork';
import { filterParameters, type QueryTerm, type SearchQuery, searchHref } from './query';
import { type EmbeddingKind, embeddingKinds, type NetworkKind } from '@/lib/vision/embedding';

/** What is blended with a kind, or shown beside it. */
export function otherKind(kind: EmbeddingKind): NetworkKind {
  return kind === 'style' ? 'content' : 'style';
}

/** The results for one picture. */
export function searchFromHref(ref: string, kind: EmbeddingKind): string {
  return searchHref({ terms: [{ kind, ref, weight: 1 }], filter: {}, page: 1 });
}

/** All kinds of one picture, style a little before the others. */
export function allKindsHref(ref: string): string {
  const weights = { style: 0.4, content: 0.3, palette: 0.3 };
  return searchHref({
    terms: embeddingKinds.map((kind) => ({ kind, ref, weight: weights[kind] })),
    filter: {},
    page: 1,
  });
}

/** Half of one picture's `kind`, half of another's other kind: "painted like this, showing that". */
export function blendHref(ref: string, kind: EmbeddingKind, otherRef: string): string {
  return searchHref({
    terms: [
      { kind, ref, weight: 0.5 },
      { kind: otherKind(kind), ref: otherRef, weight: 0.5 },
    ],
    filter: {},
    page: 1,
  });
}

/** The filter with one facet value chosen, or no longer chosen. */
export function toggleFacet(filter: ArtworkFilter, name: FacetName, value: string): ArtworkFilter {
  const chosen = filter.facets?.[name] ?? [];
  const values = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
  return { ...filter, facets: { ...filter.facets, [name]: values } };
}

export function withoutText(filter: ArtworkFilter): ArtworkFilter {
  return { facets: filter.facets };
}

/** How many things the filter asks for. */
export function countFilter(filter: ArtworkFilter): number {
  return filterParameters(filter).length;
}

/** The hidden fields of a form that must keep these parts of a query. */
export function keptFields(filter: ArtworkFilter, terms: readonly QueryTerm[] = []): [string, string][] {
  return [
    ...terms.map(({ kind, ref, weight }): [string, string] => [kind, `${ref}~${weight}`]),
    ...filterParameters(filter).map(([name = '', value = '']): [string, string] => [name, value]),
  ];
}

/** The query at another page. */
export function pageHref(query: SearchQuery, page: number): string {
  return searchHref({ ...query, page });
}
