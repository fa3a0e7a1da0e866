import { type ArtworkFilter, type FacetName, facetNames } from '@/lib/catalog/artwork';
import { isPictureId, pictureIdPattern } from '@/lib/catalog/picture-id';
import { Problem } from '@/lib/platform/problem';
import { type EmbeddingKind, embeddingKinds } from '@/lib/vision/embedding';

/** One wish of the searcher: near the picture `ref` in style, content or palette, or, with a negative weight, far from it. */
export interface QueryTerm {
  readonly kind: EmbeddingKind;
  /** An artwork's id, or an uploaded query's (`q_…`). */
  readonly ref: string;
  /** −1 … 1 in steps of 0.001, never 0. */
  readonly weight: number;
}

/** All that a result page shows follows from this and from the collection; its URL is its only state. */
export interface SearchQuery {
  readonly terms: readonly QueryTerm[];
  readonly filter: ArtworkFilter;
  /** From 1. */
  readonly page: number;
}

/** What a query may hold. Pages end where Elasticsearch's default result window (10,000) does. */
export const queryLimits = {
  /** Pictures of each kind. */
  termsMax: 8,
  textLengthMax: 200,
  facetValuesMax: 20,
  facetValueLengthMax: 200,
  pageMax: 400,
  pageSize: 24,
} as const;

/** The parameters that a query's URL is made of, in canonical order. */
export const queryParameters: readonly string[] = [...embeddingKinds, 'q', ...facetNames, 'page'];

/** From -1 to 1, not 0, with at most 3 decimals. */
const weightSource = String.raw`-?(?:1(?:\.0{1,3})?|0?\.(?:[1-9]\d{0,2}|0[1-9]\d?|00[1-9]))`;
const weightPattern = new RegExp(`^${weightSource}$`);

/** What the values of the API's parameters may be, beside their lengths. */
export const parameterPatterns = {
  term: new RegExp(`^${pictureIdPattern}(?:~${weightSource})?$`),
  century: /^-?[1-9]\d?$/,
  /** No control characters, written so that every reader of JSON Schema understands it. */
  text: /^[^\u0000-\u001f\u007f-\u009f]*$/,
} as const;

// Control characters: Postgres refuses NUL in text, and none of the others can be meant.
const controlCharacters = /\p{Cc}/u;

/** Is `ref` an uploaded query, and not an artwork? */
export function isUploadRef(ref: string): boolean {
  return ref.startsWith('q_');
}

/**
 * Reads a query from a URL's parameters. Parameters of other names are passed over, because links that people
 * share come back with trackers' parameters on them; empty text, facets and page are as good as absent, because
 * that is how a form sends a field left blank.
 * @throws Problem `invalid-request` naming the parameter, its value and what is allowed.
 */
export function parseSearchQuery(params: URLSearchParams): SearchQuery {
  const terms = embeddingKinds.flatMap((kind) => {
    const values = params.getAll(kind);
    if (values.length > queryLimits.termsMax)
      throw invalid(kind, `${values.length} pictures`, `at most ${queryLimits.termsMax}`);
    return values.map((value) => parseTerm(kind, value));
  });
  const seen = new Set<string>();
  for (const { kind, ref } of terms) {
    if (seen.has(`${kind} ${ref}`)) throw invalid(kind, ref, 'each picture once, its weight after ~');
    seen.add(`${kind} ${ref}`);
  }
  return canonicalQuery({ terms, filter: parseFilter(params), page: parsePage(params) });
}

/**
 * Reads the part of a URL that narrows a list: `q` and the facets.
 * @throws Problem `invalid-request`
 */
export function parseFilter(params: URLSearchParams): ArtworkFilter {
  const text = parseText(params);
  const facets: Partial<Record<FacetName, readonly string[]>> = {};
  for (const name of facetNames) {
    const values = parseFacet(name, params.getAll(name));
    if (values.length > 0) facets[name] = values;
  }
  return {
    ...(text === '' ? {} : { text }),
    ...(Object.keys(facets).length === 0 ? {} : { facets }),
  };
}

/** @throws Problem `invalid-request` */
export function parsePage(params: URLSearchParams): number {
  const value = single(params, 'page').trim();
  if (value === '') return 1;
  const page = /^\d{1,9}$/.test(value) ? Number(value) : 0;
  if (page < 1 || page > queryLimits.pageMax)
    throw invalid('page', value, `a whole number from 1 to ${queryLimits.pageMax}`);
  return page;
}

/** The same query in its one canonical form: terms by kind and ref, facet values sorted and single. */
export function canonicalQuery(query: SearchQuery): SearchQuery {
  const terms = [...query.terms].sort(
    (a, b) => embeddingKinds.indexOf(a.kind) - embeddingKinds.indexOf(b.kind) || compareText(a.ref, b.ref),
  );
  const text = query.filter.text?.trim() ?? '';
  const facets: Partial<Record<FacetName, readonly string[]>> = {};
  for (const name of facetNames) {
    // As the catalogue stores them: some systems take names apart into letters and marks (NFD).
    const given = (query.filter.facets?.[name] ?? []).map((value) => value.normalize('NFC'));
    const values = [...new Set(given)].sort(compareText);
    if (values.length > 0) facets[name] = values;
  }
  const filter = { ...(text && { text }), ...(Object.keys(facets).length > 0 && { facets }) };
  return { terms, filter, page: query.page };
}

/** The query as a URL's query string, without `?`: one string for all ways to write the same query. */
export function formatSearchQuery(query: SearchQuery): string {
  const { terms, filter, page } = canonicalQuery(query);
  return formatParameters([
    ...terms.map(({ kind, ref, weight }) => [kind, weight === 1 ? ref : `${ref}~${formatWeight(weight)}`]),
    ...filterParameters(filter),
    ...(page === 1 ? [] : [['page', String(page)]]),
  ]);
}

/** A filter as pairs of parameter and value, in canonical order. */
export function filterParameters(filter: ArtworkFilter): string[][] {
  return [
    ...(filter.text ? [['q', filter.text]] : []),
    ...facetNames.flatMap((name) => (filter.facets?.[name] ?? []).map((value) => [name, value])),
  ];
}

/** Pairs as a query string that stays readable: the tilde, which needs no escape in a URL, gets none. */
export function formatParameters(pairs: string[][]): string {
  return new URLSearchParams(pairs).toString().replaceAll('%7E', '~');
}

/** The page that shows the query's results. */
export function searchHref(query: SearchQuery): string {
  const parameters = formatSearchQuery(query);
  return parameters === '' ? '/search' : `/search?${parameters}`;
}

function parseTerm(kind: EmbeddingKind, value: string): QueryTerm {
  const [ref = '', weightText = '1', ...rest] = value.split('~');
  if (!isPictureId(ref) || rest.length > 0)
    throw invalid(kind, value, 'the id of a work or of an uploaded picture (q_…), optionally ~ and a weight');
  const weight = weightPattern.test(weightText) ? Number(weightText) : Number.NaN;
  if (Number.isNaN(weight))
    throw invalid(kind, value, 'after ~ a weight from -1 to 1, not 0, with at most 3 decimals');
  return { kind, ref, weight };
}

function parseText(params: URLSearchParams): string {
  const text = single(params, 'q').replace(/\s+/g, ' ').trim();
  if (text.length > queryLimits.textLengthMax)
    throw invalid('q', `a text of ${text.length} characters`, `at most ${queryLimits.textLengthMax}`);
  if (controlCharacters.test(text))
    throw invalid('q', JSON.stringify(text), 'text without control characters');
  return text;
}

function parseFacet(name: FacetName, given: string[]): readonly string[] {
  const values = [
    ...new Set(given.map((value) => value.normalize('NFC').trim()).filter((value) => value !== '')),
  ];
  if (values.length > queryLimits.facetValuesMax)
    throw invalid(name, `${values.length} values`, `at most ${queryLimits.facetValuesMax}`);
  for (const value of values) {
    if (value.length > queryLimits.facetValueLengthMax || controlCharacters.test(value))
      throw invalid(
        name,
        value.slice(0, 40),
        `text of at most ${queryLimits.facetValueLengthMax} characters`,
      );
  }
  const notACentury = name === 'century' && values.find((value) => !parameterPatterns.century.test(value));
  if (notACentury)
    throw invalid(name, notACentury, 'its number: 19 is 1801 to 1900, -1 the last before Christ');
  return values.sort(compareText);
}

function single(params: URLSearchParams, name: string): string {
  const values = params.getAll(name);
  if (values.length > 1) throw invalid(name, values.join(', '), 'one value');
  return values[0] ?? '';
}

function formatWeight(weight: number): string {
  return String(Math.round(weight * 1000) / 1000);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function invalid(parameter: string, value: string, allowed: string): Problem {
  const shown = value.length > 100 ? `${value.slice(0, 100)}…` : value;
  return new Problem('invalid-request', `${parameter}: got "${shown}"; allowed is ${allowed}.`, {
    parameter,
    value: shown,
    allowed,
  });
}
