import { type ArtworkFilter, type FacetName, facetNames } from '@/lib/catalog/artwork';
import { compareText, invalid, single } from './invalid';

/** What a filter may hold. */
export const filterLimits = { textLengthMax: 200, facetValuesMax: 20, facetValueLengthMax: 200 } as const;

/** What the values of a filter's parameters may be, beside their lengths. */
export const filterPatterns = {
  century: /^-?[1-9]\d?$/,
  /** No control characters, written so that every reader of JSON Schema understands it. */
  text: /^[^\u0000-\u001f\u007f-\u009f]*$/,
} as const;

/** The parameters of a filter, in canonical order. */
export const filterNames: readonly string[] = ['q', ...facetNames];

// Control characters: Postgres refuses NUL in text, and none of the others can be meant.
const controlCharacters = /\p{Cc}/u;

/**
 * Reads the part of a URL that narrows a list: `q` and the facets.
 * @throws Problem `invalid-request`
 */
export function parseFilter(params: URLSearchParams): ArtworkFilter {
  const facets: Partial<Record<FacetName, readonly string[]>> = {};
  for (const name of facetNames) facets[name] = parseFacet(name, params.getAll(name));
  return canonicalFilter({ text: parseText(params), facets });
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
  return {
    ...(text && { text }),
    ...(Object.keys(facets).length > 0 && { facets }),
  };
}

/** A filter as pairs of parameter and value, in canonical order. */
export function filterParameters(filter: ArtworkFilter): [name: string, value: string][] {
  const { text, facets } = canonicalFilter(filter);
  const pair = (name: string, value: string): [string, string] => [name, value];
  return [
    ...(text ? [pair('q', text)] : []),
    ...facetNames.flatMap((name) => (facets?.[name] ?? []).map((value) => pair(name, value))),
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
  return values;
}
