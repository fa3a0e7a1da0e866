import { listArtworks } from '@/lib/catalog/artworks.repository';
import { type Database } from '@/lib/catalog/database';
import { type NamedValue, type namedFacets, namedValues } from '@/lib/catalog/named-values.repository';
import { workHref } from '@/lib/catalog/work-address';
import { type Fit, fitOf, foldText } from './match';

/** What somebody who types may mean: a value of a facet, or a work. */
export interface SearchSuggestion {
  readonly kind: (typeof namedFacets)[number] | 'title';
  readonly value: string;
  /** How many works have the value; 1 for a title. */
  readonly works: number;
  /** Of a title the page of the work. */
  readonly url: string | null;
}

/** Shorter texts fit nearly everything. */
export const suggestionTextMin = 2;
const valuesMax = 6;
const titlesMax = 4;

/**
 * Artists, movements, subjects and titles that a text may become, in spite of small misspellings: of each the best
 * fitting first, then what most works have.
 */
export async function suggestSearches(db: Database, text: string): Promise<readonly SearchSuggestion[]> {
  const folded = foldText(text);
  if ([...folded].length < suggestionTextMin) return [];
  const [values, { artworks }] = await Promise.all([
    namedValues(db),
    listArtworks(db, { filter: { text }, sort: 'relevance', offset: 0, limit: 3 * titlesMax }),
  ]);
  const titles = artworks.filter(({ title }) => fitOf(folded, foldText(title)) !== null);
  return [
    ...bestFitting(folded, values).map((one) => ({ ...one, url: null })),
    ...titles.slice(0, titlesMax).map((work) => ({
      kind: 'title' as const,
      value: work.title,
      works: 1,
      url: workHref(work),
    })),
  ];
}

/** @param text folded */
export function bestFitting(text: string, values: readonly NamedValue[]): readonly NamedValue[] {
  const fitting = values.flatMap((value) => {
    const fit = fitOf(text, foldText(value.value));
    return fit === null ? [] : [{ value, fit }];
  });
  // Misspelt words are guessed at only if nothing has them as they are.
  const least = Math.min(...fitting.map(({ fit }) => fit.typos));
  return fitting
    .filter(({ fit }) => fit.typos === least)
    .sort((a, b) => byBeginning(a.fit, b.fit) || b.value.works - a.value.works)
    .slice(0, valuesMax)
    .map(({ value }) => value);
}

function byBeginning(a: Fit, b: Fit): number {
  return Number(b.isBeginning) - Number(a.isBeginning);
}
