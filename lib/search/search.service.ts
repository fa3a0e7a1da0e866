import { type Artwork, type Facets } from '@/lib/catalog/artwork';
import { type Database, database } from '@/lib/catalog/database';
import { forgetMark } from '@/lib/catalog/unchanged';
import { Problem } from '@/lib/platform/problem';
import { timed } from '@/lib/platform/stage';
import { type EmbeddingKind } from '@/lib/vision/embedding';
import { type LiveNetwork } from './live-network';
import { queryLimits, type SearchQuery } from './query';
import { type QueryTerm } from './question/term';
import { expandedSearch } from './ranking/expanded-search';
import { artworkReference, type SearchReference } from './references';
import { indexTerms, type ResolvedQuery, resolveQuery } from './resolve-query';
import { readHitArtworks, type SearchHit, searchHits } from './search-hits';
import { type IndexAnswer, type SearchIndex } from './search-index';
import { searchIndex } from './shared-index';
import { nearestMax, sortedByYear } from './sort-by-year';
import { type StrengthScales } from './strength/strength';

export interface SearchResult {
  /** Canonical. */
  readonly query: SearchQuery;
  readonly references: readonly SearchReference[];
  readonly hits: readonly SearchHit[];
  /** Works that the filter leaves, on all pages. */
  readonly total: number;
  /** Null when not asked for. */
  readonly facets: Facets | null;
  readonly page: number;
  readonly pages: number;
  readonly pageSize: number;
  /** The network that embedded the works. */
  readonly network: LiveNetwork;
  /** What the strengths of the hits are measured against. */
  readonly scales: StrengthScales;
}

export interface SearchOptions {
  /** Hits on a page, 1 … 100. */
  readonly pageSize?: number;
  /** The database and the index to use; by default those of this process. */
  readonly db?: Database;
  readonly index?: SearchIndex;
}

/** One list of hits to find for a resolved query. */
export interface Ranking {
  /** Of the query's pictures. */
  readonly terms: readonly QueryTerm[];
  readonly withFacets: boolean;
}

/**
 * Answers a query: the works nearest to what its terms ask for, best first, without the works that it refers to.
 * Without terms all works that the filter leaves have the score 0.
 * @throws Problem `not-found`, `gone` or `conflict` if a picture that it refers to
 * is unknown, expired or not embedded in the live space.
 */
export async function search(
  query: SearchQuery,
  { withFacets = true, ...options }: SearchOptions & { readonly withFacets?: boolean } = {},
): Promise<SearchResult> {
  const resolved = await resolveQuery(options.db ?? (await database()), query);
  return answered((await searchRankings(resolved, [{ terms: query.terms, withFacets }], options))[0]);
}

/**
 * The works nearest to one work in one kind, without the work itself.
 * @throws Problem as {@link search}
 */
export function similarArtworks(
  artworkId: string,
  kind: EmbeddingKind,
  limit: number,
  options: Omit<SearchOptions, 'pageSize'> = {},
): Promise<SearchResult> {
  const query = { terms: [{ kind, ref: artworkId, weight: 1 }], filter: {}, page: 1 };
  return search(query, { ...options, withFacets: false, pageSize: limit });
}

/** The works nearest to one work in each of these kinds, or the problem that keeps a kind from being searched. */
export async function similarInKinds<Kind extends EmbeddingKind>(
  artwork: Artwork,
  kinds: readonly Kind[],
  limit: number,
): Promise<Readonly<Record<Kind, SearchResult | Problem>>> {
  const terms = kinds.map((kind) => ({ kind, ref: artwork.id, weight: 1 }));
  const query = { terms, filter: {}, page: 1 };
  const resolved = await resolveQuery(await database(), query, [artworkReference(artwork)]);
  const rankings = terms.map((term) => ({ terms: [term], withFacets: false }));
  const results = await searchRankings(resolved, rankings, { pageSize: limit });
  return Object.fromEntries(kinds.map((kind, i) => [kind, results[i]])) as Record<
    Kind,
    SearchResult | Problem
  >;
}

/**
 * Asks the index for several lists of one resolved query side by side.
 * @returns for each the result, or the problem that keeps it from being answered
 */
export async function searchRankings(
  resolved: ResolvedQuery,
  rankings: readonly Ranking[],
  options: SearchOptions = {},
): Promise<readonly (SearchResult | Problem)[]> {
  const { pageSize = queryLimits.pageSize } = options;
  const db = options.db ?? (await database());
  const index = options.index ?? (await searchIndex());
  const { current, answers } = await retryAfterSpaceSwitch(db, resolved, (asked) =>
    timed('index', () => Promise.all(rankings.map((ranking) => askIndex(index, asked, ranking, pageSize)))),
  );
  const { query, references, network, scales } = current;
  return timed('hits', async () => {
    const artworks = await readHitArtworks(
      db,
      answers.map((answer) => (answer instanceof Problem ? [] : answer.hits)),
    );
    return answers.map((answer, i) => {
      if (answer instanceof Problem) return answer;
      const { total, facets } = answer;
      const terms = rankings[i]?.terms ?? [];
      const isByYear = query.sort === 'year';
      const first = (query.page - 1) * pageSize;
      const hits = isByYear
        ? sortedByYear(answer.hits, artworks).slice(first, first + pageSize)
        : answer.hits;
      const reached = isByYear ? Math.min(total, nearestMax) : total;
      return {
        query: { ...query, terms },
        references,
        hits: searchHits(hits, artworks, { terms, references, scales }),
        total,
        facets,
        page: query.page,
        pages: Math.min(Math.ceil(reached / pageSize), queryLimits.pageMax),
        pageSize,
        network,
        scales,
      };
    });
  });
}

/** @throws Problem the one given instead of a result */
export function answered(result: SearchResult | Problem | undefined): SearchResult {
  if (result === undefined || result instanceof Problem)
    throw result ?? new RangeError('No ranking was asked for');
  return result;
}

async function askIndex(
  index: SearchIndex,
  resolved: ResolvedQuery,
  { terms, withFacets }: Ranking,
  pageSize: number,
): Promise<IndexAnswer | Problem> {
  const { filter, page, sort } = resolved.query;
  const excludeIds = [
    ...new Set(resolved.references.filter(({ kind }) => kind === 'artwork').map(({ ref }) => ref)),
  ];
  try {
    return await expandedSearch(index, {
      terms: indexTerms(resolved, terms),
      filter,
      excludeIds,
      ...(sort === 'year'
        ? { offset: 0, limit: nearestMax }
        : { offset: (page - 1) * pageSize, limit: pageSize }),
      withFacets,
    });
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

/** Resolves the query once more and asks again if the live spaces were switched after it was resolved. */
async function retryAfterSpaceSwitch(
  db: Database,
  resolved: ResolvedQuery,
  ask: (resolved: ResolvedQuery) => Promise<readonly (IndexAnswer | Problem)[]>,
): Promise<{ current: ResolvedQuery; answers: readonly (IndexAnswer | Problem)[] }> {
  const answers = await ask(resolved);
  const isSwitched = answers.some(
    (answer) => answer instanceof Problem && answer.kind === 'conflict' && 'spaceId' in answer.extensions,
  );
  if (!isSwitched) return { current: resolved, answers };
  forgetMark();
  const current = await resolveQuery(db, resolved.query);
  return { current, answers: await ask(current) };
}
