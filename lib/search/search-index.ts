import { type ArtworkFilter, type Facets } from '@/lib/catalog/artwork';
import { type Embedding, type EmbeddingKind } from '@/lib/vision/embedding';

/** One wish: near this vector in this space, counted with this weight (negative: away from it). */
export interface IndexTerm {
  readonly kind: EmbeddingKind;
  /** The space that the vector belongs to; the index refuses one that it does not hold. */
  readonly spaceId: string;
  readonly vector: Embedding;
  readonly weight: number;
}

/** score(work) = Σ over terms of weight · cosine(term vector, the work's embedding of that kind). */
export interface IndexRequest {
  readonly terms: readonly IndexTerm[];
  readonly filter: ArtworkFilter;
  /** Works left out of the answer: the query itself. */
  readonly excludeIds: readonly string[];
  readonly offset: number;
  readonly limit: number;
  readonly withFacets: boolean;
  /** Whether each hit comes with its embedding in the space of the first term. */
  readonly withEmbeddings?: boolean;
}

export interface IndexHit {
  readonly artworkId: string;
  readonly score: number;
  /** The unweighted cosine per kind that took part, for explanation. */
  readonly cosines: Partial<Record<EmbeddingKind, number>>;
  /** Only if the request asks for it. */
  readonly embedding?: ArrayLike<number>;
}

export interface IndexAnswer {
  /** Best first; equal scores in order of artwork id. */
  readonly hits: readonly IndexHit[];
  /** How many works the filter leaves, the excluded ones not counted. */
  readonly total: number;
  readonly facets: Facets | null;
}

/**
 * What a search index does. Two implement it (embedded, elasticsearch), held to one contract suite:
 * tests/contract/search-index.ts. Truth stays in Postgres: an index can be dropped and rebuilt at any time.
 */
export interface SearchIndex {
  readonly name: 'embedded' | 'elasticsearch';
  /** @throws Problem `conflict` for a term of a space the index does not hold, `unavailable` when it cannot answer. */
  search(request: IndexRequest): Promise<IndexAnswer>;
  /** Whether it can answer now, found without searching. @throws Problem `unavailable` */
  check(): Promise<void>;
  /** How many works it holds, after catching up with Postgres. */
  count(): Promise<number>;
  close(): Promise<void>;
}
