import { type ArtworkFilter } from '@/lib/catalog/artwork';
import { embeddingKinds } from '@/lib/vision/embedding';
import { canonicalFilter, filterNames, filterParameters, parseFilter } from './question/filter';
import { invalid, single } from './question/invalid';
import { isPickedPalette } from './question/picked-palette';
import { canonicalTerms, parseTerms, pictureKey, type QueryTerm, termParameter } from './question/term';

/** How the works of a result are ordered: all by likeness, or the nearest of them by the year they were made. */
export const searchSorts = ['likeness', 'year'] as const;
export type SearchSort = (typeof searchSorts)[number];

/** How results are shown: style beside composition, one wall, or the nearest works by when they were made. */
export const searchViews = ['compare', 'wall', 'timeline'] as const;
export type SearchView = (typeof searchViews)[number];

/**
 * All that a result page shows follows from this and from the collection; its URL is its only state
 * (docs/decisions/034-one-grammar-for-addresses.md).
 */
export interface SearchQuery {
  readonly terms: readonly QueryTerm[];
  readonly filter: ArtworkFilter;
  /** Left out: by likeness. */
  readonly sort?: SearchSort;
  /** Left out, or not possible for these terms: see {@link viewOf}. */
  readonly view?: SearchView;
  /** From 1. */
  readonly page: number;
}

/** Pages end where Elasticsearch's default result window (10,000) does. */
export const queryLimits = { pageMax: 400, pageSize: 24 } as const;

/** Works on a page of each view; of two lists side by side each has so many. */
export const viewSizes = { wall: queryLimits.pageSize, compare: 12, timeline: 72 } as const;

/** The parameters that a query's URL is made of, in canonical order. */
export const queryParameters: readonly string[] = [...embeddingKinds, ...filterNames, 'sort', 'view', 'page'];

/**
 * Reads a query from a URL's parameters. Parameters of other names are passed over, because links that people
 * share come back with trackers' parameters on them; empty text, facets and page are as good as absent, because
 * that is how a form sends a field left blank.
 * @throws Problem `invalid-request` naming the parameter, its value and what is allowed.
 */
export function parseSearchQuery(params: URLSearchParams): SearchQuery {
  return canonicalQuery({
    terms: parseTerms(params),
    filter: parseFilter(params),
    sort: parseChoice(params, 'sort', searchSorts),
    view: parseChoice(params, 'view', searchViews),
    page: parsePage(params),
  });
}

/** @throws Problem `invalid-request` */
export function parsePage(params: URLSearchParams): number {
  const value = single(params, 'page');
  if (value === '') return 1;
  const page = /^\d{1,9}$/.test(value) ? Number(value) : 0;
  if (page < 1 || page > queryLimits.pageMax)
    throw invalid('page', value, `a whole number from 1 to ${queryLimits.pageMax}`);
  return page;
}

/** The same query in its one canonical form: terms by kind and picture, nothing that goes without saying. */
export function canonicalQuery({ terms, filter, sort, view, page }: SearchQuery): SearchQuery {
  const shown = viewOf({ view, terms });
  // A timeline has one page, and an order of its own.
  const isTimeline = shown === 'timeline';
  return {
    terms: canonicalTerms(terms),
    filter: canonicalFilter(filter),
    ...(sort && sort !== 'likeness' && !isTimeline && { sort }),
    ...(shown !== defaultView(terms) && { view: shown }),
    page: isTimeline ? 1 : page,
  };
}

/** How the query's results are shown. */
export function viewOf({ view, terms }: Pick<SearchQuery, 'view' | 'terms'>): SearchView {
  const views = viewsFor(terms);
  return view && views.includes(view) ? view : defaultView(terms);
}

/** Style and composition can be compared for one picture; what several wishes have in common is one wall. */
export function viewsFor(terms: readonly QueryTerm[]): readonly SearchView[] {
  const pictures = new Set(terms.map(pictureKey));
  const canCompare =
    pictures.size === 1 && terms.every(({ ref, weight }) => weight > 0 && !isPickedPalette(ref));
  return searchViews.filter((view) => view !== 'compare' || canCompare);
}

/** One picture is compared in style and composition, unless its colours or a blend are asked for. */
function defaultView(terms: readonly QueryTerm[]): SearchView {
  const [first, ...more] = terms;
  const isPlain = first !== undefined && more.length === 0 && first.kind !== 'palette';
  return isPlain && viewsFor(terms).includes('compare') ? 'compare' : 'wall';
}

/** The query as a URL's query string, without `?`: one string for all ways to write the same query. */
export function formatSearchQuery(query: SearchQuery): string {
  const { page } = canonicalQuery(query);
  return formatParameters([...queryFields(query), ...(page === 1 ? [] : [['page', String(page)]])]);
}

/** A query without its page as pairs of parameter and value, in canonical order: what a form carries along. */
export function queryFields(query: Omit<SearchQuery, 'page'>): [name: string, value: string][] {
  const { terms, filter, sort, view } = canonicalQuery({ ...query, page: 1 });
  return [
    ...terms.map(termParameter),
    ...filterParameters(filter),
    ...(sort ? [['sort', sort] as [string, string]] : []),
    ...(view ? [['view', view] as [string, string]] : []),
  ];
}

/** In these values `@`, `:` and `,` have a meaning, and stay readable: none of them needs an escape in a query. */
const structured: ReadonlySet<string> = new Set([...embeddingKinds, 'of']);

/** Pairs as a query string that stays readable. */
export function formatParameters(pairs: readonly (readonly string[])[]): string {
  return pairs
    .map(([name = '', value = '']) => {
      const text = new URLSearchParams([[name, value]]).toString().replaceAll('%7E', '~');
      if (!structured.has(name)) return text;
      return text.replaceAll('%40', '@').replaceAll('%3A', ':').replaceAll('%2C', ',');
    })
    .join('&');
}

/** The page that shows the query's results. */
export function searchHref(query: SearchQuery): string {
  const parameters = formatSearchQuery(query);
  return parameters === '' ? '/search' : `/search?${parameters}`;
}

function parseChoice<T extends string>(
  params: URLSearchParams,
  name: string,
  choices: readonly T[],
): T | undefined {
  const value = single(params, name);
  if (value === '') return undefined;
  const choice = choices.find((one) => one === value);
  if (choice === undefined) throw invalid(name, value, choices.join(', '));
  return choice;
}
