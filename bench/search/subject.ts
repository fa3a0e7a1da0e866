import { type IndexRequest } from '@/lib/search/search-index';
import { type Case } from './cases';
import { type SyntheticCollection } from './synthetic';

export interface Found {
  /** Best first. */
  readonly ids: readonly string[];
  /** What Elasticsearch says that its part took, in ms; null where it has none. */
  readonly tookMs: number | null;
}

/** One way to answer, of one collection, that is held against others. */
export interface Subject {
  readonly name: string;
  readonly collection: SyntheticCollection;
  /** Whether this is what a site without settings of its own would use. */
  readonly isDefault: boolean;
  readonly cases: readonly Case[];
  search(request: IndexRequest): Promise<Found>;
}

/** What a collection took to load, and what it takes to hold. */
export interface Loaded {
  readonly name: string;
  readonly works: number;
  readonly worksPerSecond: number;
  /** From the last work written until the graphs are built; null where there are none. */
  readonly settlingSeconds: number | null;
  /** What searching touches again and again, and so should stay in memory. */
  readonly memoryBytes: number;
  /** Null where nothing is stored. */
  readonly diskBytes: number | null;
}
