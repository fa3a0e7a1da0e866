import { type Database } from '@/lib/catalog/database';
import { type SearchIndex } from '@/lib/search/search-index';

/** A search index that the contract is asked of, and what it follows. */
export interface IndexUnderTest {
  readonly index: SearchIndex;
  /** What the index follows; written to by the tests as other processes would. */
  readonly db: Database;
  /** A second connection, as another process has it. */
  readonly otherDb: Database;
  /** Resolves when what has been committed can be found. Nothing to do for an index that catches up by itself. */
  settle(): Promise<void>;
  close(): Promise<void>;
}
