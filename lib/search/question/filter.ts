import {
  type ArtworkFilter,
  colourNames,
  type FacetName,
  facetNames,
  type YearRange,
} from '@/lib/catalog/artwork';
import { compareText, invalid, single } from './invalid';

/** What a filter may hold. */
export const filterLimits = { textLengthMax: 200, facetValuesMax: 20, facetValueLengthMax: 200 } as const;

/** What the values of a filter's parameters may be, beside their lengths. */
export const filterPatterns = {
  century: /^-?[1-9]\d?$/,
  year: /^-?[1-9]\d{0,3}$/,
  colour: new RegExp(`^(?:${colourNames.join('|')})$`),
  /** No control characters, written so that every reader of JSON Schema understands it. */
  text: /^[^\u0000-\u001f\u007f-\u009f]*$/,
} as const;

/** The parameters of a filter, in canonical order. */
export const filterNames: readonly string[] = ['q', ...facetNames, 'from', 'to'];

// Control characters: Postgres refuses NUL in text, and none of the others can be meant.
const controlCharacters = /\p{Cc}/u;

/**
 * Reads the part of a URL that narrows a list: `q`, the facets, and the years `from` and `to`.
 * @throws Problem `invalid-request`
 */
export function parseFilter(params: URLSearchParams): ArtworkFilter {
  const facets: Partial<Record<FacetName, readonly string[]>> = {};
  for (const name of facetNames) facets[name] = parseFacet(name, params.getAll(name));
  return canonicalFilter({ text: parseText(params), facets, years: parseYears(params) });
}

/** The same filter in its one canonical form: values sorted and single, nothing that is empty. */
export function canonicalFilter(filter: ArtworkFilter): ArtworkFilter {
  const text = filter.text?.trim() ?? '';
  const facets: Partial<Record<FacetName, readonly string[]>> = {};
  for (const name of facetNames) {
    // As the catalogue stores them: some systems take names apart into letters and marks (NFD).
    const given = (filter.facets?.[name] ?? []).map((value) => value.normalize('NFC'));
    const values = [...new Set(given)].sort(compareText);
    if (values.length > 0) facets[name] = values;
  }
  const { from = null, to = null } = filter.years ?? {};
  return {
    ...(text && { text }),
    ...(Object.keys(facets).length > 0 && { facets }),
    ...((from !== null || to !== null) && { years: { from, to } }),
  };
}

/** A filter as pairs of parameter and value, in canonical order. */
export function filterParameters(filter: ArtworkFilter): [name: string, value: string][] {
  const { text, facets, years } = canonicalFilter(filter);
  const pair = (name: string, value: string | number): [string, string] => [name, String(value)];
  return [
    ...(text ? [pair('q', text)] : []),
    ...facetNames.flatMap((name) => (facets?.[name] ?? []).map((value) => pair(name, value))),
    ...(['from', 'to'] as const).flatMap((end) => {
      const year = years?.[end] ?? null;
      return year === null ? [] : [pair(end, year)];
    }),
  ];
}

function parseText(params: URLSearchParams): string {
  const text = single(params, 'q').replace(/\s+/g, ' ');
  if (text.length > filterLimits.textLengthMax)
    throw invalid('q', `a text of ${text.length} characters`, `at most ${filterLimits.textLengthMax}`);
  if (controlCharacters.test(text))
    throw invalid('q', JSON.stringify(text), 'text without control characters');
  return text;
}

function parseFacet(name: FacetName, given: readonly string[]): readonly string[] {
  const values = [
    ...new Set(given.map((value) => value.normalize('NFC').trim()).filter((value) => value !== '')),
  ];
  if (values.length > filterLimits.facetValuesMax)
    throw invalid(name, `${values.length} values`, `at most ${filterLimits.facetValuesMax}`);
  for (const value of values) {
    if (value.length > filterLimits.facetValueLengthMax || controlCharacters.test(value))
      throw invalid(
        name,
        value.slice(0, 40),
        `text of at most ${filterLimits.facetValueLengthMax} characters`,
      );
  }
  const notACentury = name === 'century' && values.find((value) => !filterPatterns.century.test(value));
  if (notACentury)
    throw invalid(name, notACentury, 'its number: 19 is 1801 to 1900, -1 the last before Christ');
  const notAColour = name === 'colour' && values.find((value) => !filterPatterns.colour.test(value));
  if (notAColour) throw invalid(name, notAColour, colourNames.join(', '));
  return values;
}

function parseYears(params: URLSearchParams): YearRange {
  const [from, to] = [parseYear(params, 'from'), parseYear(params, 'to')];
  if (from !== null && to !== null && from > to)
    throw invalid('from', String(from), `a year that is not after the year of "to", ${to}`);
  return { from, to };
}

function parseYear(params: URLSearchParams, name: 'from' | 'to'): number | null {
  const text = single(params, name);
  if (text === '') return null;
  if (!filterPatterns.year.test(text))
    throw invalid(name, text, 'a year of at most four digits, negative before Christ; there is no year 0');
  return Number(text);
}
