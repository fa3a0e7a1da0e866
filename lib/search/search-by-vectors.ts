import { type Database, database } from '@/lib/catalog/database';
import { timed } from '@/lib/platform/stage';
import { checkVectors, type VectorTerm } from './given-vectors';
import { findLiveNetwork } from './live-network';
import { expandedSearch } from './ranking/expanded-search';
import { readHitArtworks, searchHits } from './search-hits';
import { type SearchIndex } from './search-index';
import { type SearchResult } from './search.service';
import { searchIndex } from './shared-index';
import { strengthScales } from './strength/scales';

export type VectorSearchResult = Pick<SearchResult, 'hits' | 'total' | 'network' | 'scales'>;

/**
 * The works nearest to vectors that the caller has measured, best first. Nothing of the request is kept.
 * @throws Problem as {@link checkVectors}, or as the index
 */
export async function searchByVectors(
  given: readonly VectorTerm[],
  limit: number,
  options: { readonly db?: Database; readonly index?: SearchIndex } = {},
): Promise<VectorSearchResult> {
  const db = options.db ?? (await database());
  const index = options.index ?? (await searchIndex());
  const network = await timed('references', () => findLiveNetwork(db));
  const terms = checkVectors(given, network);
  const request = { terms, filter: {}, excludeIds: [], offset: 0, limit, withFacets: false };
  const [{ hits, total }, scales] = await Promise.all([
    timed('index', () => expandedSearch(index, request)),
    strengthScales(db, network),
  ]);
  const artworks = await timed('hits', () => readHitArtworks(db, [hits]));
  return { hits: searchHits(hits, artworks, { terms, references: [], scales }), total, network, scales };
}
