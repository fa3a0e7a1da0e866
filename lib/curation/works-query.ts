import {
  type ArtworkFilter,
  type ArtworkState,
  artworkStates,
  facetNames,
  type Publication,
  publications,
} from '@/lib/catalog/artwork';
import { type CuratedWorks, type Shown } from '@/lib/catalog/artwork-filter';
import { type CuratorSort } from '@/lib/catalog/artworks.repository';
import { type MissingField, missingFields } from '@/lib/catalog/missing-fields';
import { Problem } from '@/lib/platform/problem';
import { formatParameters, parsePage } from '@/lib/search/query';
import { filterParameters, parseFilter } from '@/lib/search/question/filter';

/** The list of the works that are kept, and the one of the works that were deleted. */
export const worksPlaces = ['collection', 'bin'] as const;
export type WorksPlace = (typeof worksPlaces)[number];

/** What a page of works shows to curators; its address is its only state. */
export interface WorksQuery {
  readonly place: WorksPlace;
  readonly filter: ArtworkFilter;
  /** Alternatives, as with facets; none chosen is all. */
  readonly publications: readonly Publication[];
  readonly states: readonly ArtworkState[];
  readonly missing: readonly MissingField[];
  readonly sort: CuratorSort;
  /** From 1. */
  readonly page: number;
}

const worksSorts = ['newest', 'changed', 'title', 'artist', 'year', 'relevance', 'deleted'] as const;

/** The orders to choose from. */
export function sortsFor({ place, filter }: Pick<WorksQuery, 'place' | 'filter'>): readonly CuratorSort[] {
  return worksSorts.filter(
    (sort) => (sort !== 'relevance' || filter.text) && (sort !== 'deleted' || place === 'bin'),
  );
}

/** @throws Problem `invalid-request` naming the parameter, its value and what is allowed */
export function parseWorksQuery(params: URLSearchParams, place: WorksPlace): WorksQuery {
  const filter = parseFilter(params);
  const [sort] = chosenOf(params, 'sort', worksSorts);
  return {
    place,
    filter,
    publications: chosenOf(params, 'publication', publications),
    states: chosenOf(params, 'state', artworkStates),
    missing: chosenOf(params, 'missing', missingFields),
    sort: sort ?? defaultSort({ place, filter }),
    page: parsePage(params),
  };
}

const knownParameters = ['q', ...facetNames, 'publication', 'state', 'missing', 'sort', 'page'];

/**
 * What somebody has copied from the address of a list: its query, with or without what stands before it.
 * @throws Problem `invalid-request`, also for a parameter that a list does not have
 */
export function parseCopiedQuery(text: string): WorksQuery {
  const params = new URLSearchParams(text.slice(text.indexOf('?') + 1));
  const foreign = [...params.keys()].find((name) => !knownParameters.includes(name));
  if (foreign !== undefined)
    throw new Problem(
      'invalid-request',
      `A list of works has no parameter "${foreign.slice(0, 40)}". Allowed: ${knownParameters.join(', ')}.`,
    );
  return parseWorksQuery(params, 'collection');
}

/** Without the page: what says which works are meant, and how they are sorted. */
export function worksParameters(query: WorksQuery): string[][] {
  return [
    ...filterParameters(query.filter),
    ...query.publications.map((value) => ['publication', value]),
    ...query.states.map((value) => ['state', value]),
    ...query.missing.map((value) => ['missing', value]),
    ...(query.sort === defaultSort(query) ? [] : [['sort', query.sort]]),
  ];
}

/** What a form that changes these parameters carries along. */
export function keptParameters(query: WorksQuery, changed: readonly string[]): [string, string][] {
  return worksParameters(query).flatMap(([name = '', value = '']) =>
    changed.includes(name) ? [] : [[name, value] as [string, string]],
  );
}

export function pathOf({ place }: Pick<WorksQuery, 'place'>): string {
  return place === 'bin' ? '/admin/works/bin' : '/admin/works';
}

export function worksHref(query: WorksQuery): string {
  const path = pathOf(query);
  const { page } = query;
  const parameters = formatParameters([
    ...worksParameters(query),
    ...(page === 1 ? [] : [['page', String(page)]]),
  ]);
  return parameters === '' ? path : `${path}?${parameters}`;
}

/** Which works a list of this query holds, beside its filter. */
export function shownBy(query: WorksQuery): Shown & { readonly curated: CuratedWorks } {
  const orAll = <T>(chosen: readonly T[], all: readonly T[]) => (chosen.length === 0 ? all : chosen);
  return {
    states: orAll(query.states, artworkStates),
    curated: {
      publications: orAll(query.publications, publications),
      deleted: query.place === 'bin',
      missing: query.missing,
    },
  };
}

/** Whether a list of this query may leave works out. */
export function isNarrowed({ filter, publications, states, missing }: WorksQuery): boolean {
  return filterParameters(filter).length + publications.length + states.length + missing.length > 0;
}

function defaultSort({ place, filter }: Pick<WorksQuery, 'place' | 'filter'>): CuratorSort {
  return filter.text ? 'relevance' : place === 'bin' ? 'deleted' : 'newest';
}

/** The values of a repeated parameter, each once, in the order of `allowed`. Blank is as good as absent. */
function chosenOf<T extends string>(params: URLSearchParams, name: string, allowed: readonly T[]): T[] {
  const given = params.getAll(name).filter((value) => value !== '');
  const wrong = given.find((value) => !allowed.some((one) => one === value));
  if (wrong !== undefined)
    throw new Problem(
      'invalid-request',
      `${name}: got "${wrong.slice(0, 40)}"; allowed is ${allowed.join(', ')}.`,
      { parameter: name, allowed },
    );
  return allowed.filter((value) => given.some((one) => one === value));
}
