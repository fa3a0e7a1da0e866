import { type ArtworkFilter } from '@/lib/catalog/artwork';
import { Problem } from '@/lib/platform/problem';
import { filterParameters, formatParameters, parseFilter, parsePage } from '@/lib/search/query';

const sorts = {
  newest: 'Newly added',
  title: 'Title',
  artist: 'Artist',
  year: 'Year made',
  relevance: 'Best match',
} as const;

export type BrowseSort = keyof typeof sorts;

export interface BrowseQuery {
  readonly filter: ArtworkFilter;
  readonly sort: BrowseSort;
  readonly page: number;
}

/** The orders that make sense: the best match is one only of a text. */
export function sortNames(filter: ArtworkFilter): [BrowseSort, string][] {
  const all = Object.entries(sorts) as [BrowseSort, string][];
  return all.filter(([name]) => name !== 'relevance' || filter.text);
}

/** @throws Problem `invalid-request` */
export function parseBrowseQuery(params: URLSearchParams): BrowseQuery {
  const filter = parseFilter(params);
  const given = params.get('sort') ?? '';
  if (given !== '' && !Object.hasOwn(sorts, given))
    throw new Problem(
      'invalid-request',
      `sort: got "${given.slice(0, 40)}"; allowed is ${Object.keys(sorts).join(', ')}.`,
      { parameter: 'sort', allowed: Object.keys(sorts) },
    );
  return {
    filter,
    sort: given === '' ? defaultSort(filter) : (given as BrowseSort),
    page: parsePage(params),
  };
}

/** Why a list with these parameters cannot be shown; null if it can. */
export function browseProblemOf(params: URLSearchParams): Problem | null {
  try {
    parseBrowseQuery(params);
    return null;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

export function browseHref({ filter, sort, page }: BrowseQuery): string {
  const parameters = formatParameters([
    ...filterParameters(filter),
    ...(sort === defaultSort(filter) ? [] : [['sort', sort]]),
    ...(page === 1 ? [] : [['page', String(page)]]),
  ]);
  return parameters === '' ? '/browse' : `/browse?${parameters}`;
}

function defaultSort(filter: ArtworkFilter): BrowseSort {
  return filter.text ? 'relevance' : 'newest';
}
