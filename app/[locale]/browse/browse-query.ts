import { type ArtworkFilter } from '@/lib/catalog/artwork';
import { Problem } from '@/lib/platform/problem';
import { invalid } from '@/lib/search/question/invalid';
import { formatParameters, parsePage } from '@/lib/search/query';
import { filterParameters, parseFilter } from '@/lib/search/question/filter';

const sorts = ['newest', 'title', 'artist', 'year', 'relevance'] as const;

export type BrowseSort = (typeof sorts)[number];

export interface BrowseQuery {
  readonly filter: ArtworkFilter;
  readonly sort: BrowseSort;
  readonly page: number;
}

/** The orders to choose from: by best match only if there is a text to match. */
export function sortsFor(filter: ArtworkFilter): readonly BrowseSort[] {
  return sorts.filter((name) => name !== 'relevance' || filter.text);
}

/** @throws Problem `invalid-request` */
export function parseBrowseQuery(params: URLSearchParams): BrowseQuery {
  const filter = parseFilter(params);
  const given = params.get('sort') ?? '';
  if (given !== '' && !isSort(given)) throw invalid('sort', given, sorts.join(', '));
  return {
    filter,
    sort: given === '' ? defaultSort(filter) : given,
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

/** What a form of the page carries along: all but the page. */
export function browseFields({ filter, sort }: Omit<BrowseQuery, 'page'>): [string, string][] {
  return [
    ...filterParameters(filter),
    ...(sort === defaultSort(filter) ? [] : [['sort', sort] as [string, string]]),
  ];
}

export function browseHref({ page, ...query }: BrowseQuery): string {
  const parameters = formatParameters([
    ...browseFields(query),
    ...(page === 1 ? [] : [['page', String(page)]]),
  ]);
  return parameters === '' ? '/browse' : `/browse?${parameters}`;
}

/** The works for programs. */
export function browseAddress(query: Omit<BrowseQuery, 'page'>): string {
  const parameters = formatParameters(browseFields(query));
  return parameters === '' ? '/api/v1/artworks' : `/api/v1/artworks?${parameters}`;
}

function defaultSort(filter: ArtworkFilter): BrowseSort {
  return filter.text ? 'relevance' : 'newest';
}

function isSort(name: string): name is BrowseSort {
  return sorts.some((sort) => sort === name);
}
