import { type IndexRequest } from '@/lib/search/search-index';
import { type Case } from './cases';
import { type StyleLength, type SyntheticCollection } from './synthetic';

export interface Found {
  /** Best first. */
  readonly ids: readonly string[];
  /** The time reported by Elasticsearch, in ms; null without Elasticsearch. */
  readonly tookMs: number | null;
}

/** One way to search one collection, compared with the others. */
export interface Subject {
  readonly name: string;
  readonly collection: SyntheticCollection;
  /** Whether a site uses this unless its settings say otherwise. */
  readonly isDefault: boolean;
  readonly cases: readonly Case[];
  search(request: IndexRequest): Promise<Found>;
}

/** What it cost to load a collection, and what it costs to store it. */
export interface Loaded {
  readonly name: string;
  readonly works: number;
  readonly styleLength: StyleLength;
  readonly worksPerSecond: number;
  /** From the last write until the graphs are built; null if there are none. */
  readonly settlingSeconds: number | null;
  /** What every search reads, and so should stay in memory. */
  readonly memoryBytes: number;
  /** Null if nothing is stored on disk. */
  readonly diskBytes: number | null;
}
