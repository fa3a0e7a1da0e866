import { type WebClient } from '@/lib/platform/fetch/web-client';
import { type ImportProgress } from './import-summary';
import { type ImportChoice, type Source } from './source';

export interface ImportOptions {
  readonly source: Source;
  readonly choice: ImportChoice;
  readonly web: WebClient;
  /** Works at most, those that are here already included. */
  readonly limit?: number;
  /** Only these of the list, by their ids at the source. */
  readonly only?: ReadonlySet<string>;
  /** Look at everything and store nothing. */
  readonly dryRun?: boolean;
  /** Begin with the first page even if an earlier run of this list was ended. */
  readonly again?: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ImportProgress) => void;
}
