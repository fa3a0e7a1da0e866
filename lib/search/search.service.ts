import { type Artwork, type Facets } from '@/lib/catalog/artwork';
import { findArtworks } from '@/lib/catalog/artworks.repository';
import { type Database, database } from '@/lib/catalog/database';
import { Problem } from '@/lib/platform/problem';
import { timed } from '@/lib/platform/stage';
import { type EmbeddingKind } from '@/lib/vision/embedding';
import { findLiveNetwork, type LiveNetwork } from './live-network';
import { markDuplicates } from './mark-duplicates';
import { canonicalQuery, isUploadRef, queryLimits, type QueryTerm, type SearchQuery } from './query';
import { findReferences, findVectors, type SearchReference } from './references';
import { type IndexAnswer, type SearchIndex } from './search-index';
import { searchIndex } from './shared-index';
import { strengthScales } from './strength/scales';
import { hitStrength, type HitStrength, type StrengthScales } from './strength/strength';

export interface SearchHit {
  readonly artwork: Artwork;
  /** Σ weight · cosine. For order only: it is no share of anything. */
  readonly score: number;
  readonly cosines: Partial<Record<EmbeddingKind, number>>;
  /** Against how close works are to each other anyway; null where nothing was measured to hold it against. */
  readonly strength: HitStrength | null;
  /** The reference or the hit above that shows the same picture; null for most. */
  readonly duplicateOf: string | null;
}

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
  /** What made these results. */
  readonly network: LiveNetwork;
  /** What the strengths of the hits are held against. */
  readonly scales: StrengthScales;
}

export interface SearchOptions {
  /** Hits on a page, 1 … 100. */
  readonly pageSize?: number;
  readonly withFacets?: boolean;
  /** Where to search; the process's own when left out. */
  readonly db?: Database;
  readonly index?: SearchIndex;
}

/**
 * Answers a query: the works nearest to what its terms ask for, best first, the referred works themselves left out.
 * @throws Problem `invalid-request` without terms, `not-found`, `gone` or `conflict` where a picture it refers to
 * is unknown, expired or has no features in the live space.
 */
export async function search(query: SearchQuery, options: SearchOptions = {}): Promise<SearchResult> {
  const { pageSize = queryLimits.pageSize, withFacets = true } = options;
  if (query.terms.length === 0)
    throw new Problem(
      'invalid-request',
      'A search needs a picture to start from: style=<id>, content=<id> or palette=<id>, of a work or of an upload.',
      { parameter: 'style', allowed: 'at least one style, content or palette parameter' },
    );
  const db = options.db ?? (await database());
  const index = options.index ?? (await searchIndex());
  const ask = async () => {
    const { references, network, terms } = await timed('references', () => resolveTerms(db, query));
    const excludeIds = references.filter(({ ref }) => !isUploadRef(ref)).map(({ ref }) => ref);
    const { filter, page } = query;
    const request = { terms, filter, excludeIds, offset: (page - 1) * pageSize, limit: pageSize, withFacets };
    return { references, network, answer: await timed('index', () => index.search(request)) };
  };
  const { references, network, answer } = await again(ask);
  const { hits, scales } = await explainHits(db, { network, references, terms: query.terms }, answer);
  return {
    query: canonicalQuery(query),
    references,
    hits,
    total: answer.total,
    facets: answer.facets,
    page: query.page,
    pages: Math.min(Math.ceil(answer.total / pageSize), queryLimits.pageMax),
    pageSize,
    network,
    scales,
  };
}

/**
 * The works nearest to one work in one kind, the work itself left out.
 * @throws Problem as `search`
 */
export function similarArtworks(
  artworkId: string,
  kind: EmbeddingKind,
  limit: number,
  options: Omit<SearchOptions, 'pageSize'> = {},
): Promise<SearchResult> {
  const query = { terms: [{ kind, ref: artworkId, weight: 1 }], filter: {}, page: 1 };
  return search(query, { withFacets: false, ...options, pageSize: limit });
}

async function resolveTerms(db: Database, { terms }: SearchQuery) {
  const references = await findReferences(db, terms);
  const network = await findLiveNetwork(db);
  return { references, network, terms: await findVectors(db, terms, references, network.spaces) };
}

/** Once more when the live space was switched between finding the vectors and asking the index. */
async function again<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Problem && error.kind === 'conflict' && 'spaceId' in error.extensions) return ask();
    throw error;
  }
}

/** The works that an index has found, each with how strong a match it is and which picture it repeats. */
export async function explainHits(
  db: Database,
  asked: {
    readonly network: LiveNetwork;
    readonly references: readonly SearchReference[];
    readonly terms: readonly Pick<QueryTerm, 'kind' | 'weight'>[];
  },
  answer: IndexAnswer,
): Promise<{ hits: readonly SearchHit[]; scales: StrengthScales }> {
  const [scales, present] = await timed('hits', () =>
    Promise.all([strengthScales(db, asked.network), readHits(db, asked.references, answer)]),
  );
  const hits = present.map((hit) => ({ ...hit, strength: hitStrength(asked.terms, hit.cosines, scales) }));
  return { hits, scales };
}

async function readHits(
  db: Database,
  references: readonly SearchReference[],
  { hits }: IndexAnswer,
): Promise<readonly Omit<SearchHit, 'strength'>[]> {
  const artworks = await findArtworks(
    db,
    hits.map(({ artworkId }) => artworkId),
  );
  const byId = new Map(artworks.map((artwork) => [artwork.id, artwork]));
  // A work deleted since the index answered is no hit any more.
  const present = hits.flatMap(({ artworkId, score, cosines }) => {
    const artwork = byId.get(artworkId);
    return artwork ? [{ artwork, score, cosines }] : [];
  });
  const duplicates = markDuplicates(
    references,
    present.map(({ artwork }) => artwork),
  );
  return present.map((hit, i) => ({ ...hit, duplicateOf: duplicates[i] ?? null }));
}
