import { type ArrivalCounts, type ArrivalOutcome } from '@/lib/catalog/arrivals';
import { type RefusedRow } from '@/lib/lists/list';
import { type UnreadDate } from './works-list';

/** What became of a row that could be used. */
export type RowOutcome = Exclude<ArrivalOutcome, 'refused'>;

/** A work whose details or picture a row changed. */
export interface UpdatedRow {
  readonly line: number;
  readonly file: string;
  readonly artworkId: string;
  /** Names of details, and `picture`. */
  readonly changed: readonly string[];
}

/** A row whose picture is that of a row above; nothing was done for it. */
export interface RepeatedRow {
  readonly line: number;
  readonly file: string;
  /** The line that has this picture first. */
  readonly sameAsLine: number;
}

/** A new work that looks like others, for instance a smaller copy. It was added nevertheless. */
export interface LookalikeRow {
  readonly line: number;
  readonly file: string;
  readonly works: readonly { readonly id: string; readonly title: string }[];
}

export interface FolderSummary extends Omit<ArrivalCounts, 'refused'> {
  /** Nothing was changed; the rest says what would have been. */
  readonly dryRun: boolean;
  /** Rows that were taken up: those of the four counts that follow. */
  readonly rows: number;
  readonly refused: readonly RefusedRow[];
  readonly updates: readonly UpdatedRow[];
  readonly repeated: readonly RepeatedRow[];
  readonly nearDuplicates: readonly LookalikeRow[];
  readonly unreadDates: readonly UnreadDate[];
  readonly ignoredColumns: readonly string[];
  readonly encoding: string;
  readonly seconds: number;
}

/** Gathers what became of rows, in whichever order they end. */
export class FolderTally {
  private readonly counts: Record<RowOutcome, number> = { added: 0, updated: 0, unchanged: 0 };
  private readonly refused: RefusedRow[] = [];
  private readonly updates: UpdatedRow[] = [];
  private readonly repeated: RepeatedRow[] = [];
  private readonly nearDuplicates: LookalikeRow[] = [];
  private readonly unreadDates: UnreadDate[] = [];

  count(outcome: RowOutcome): void {
    this.counts[outcome] += 1;
  }

  refuse(...rows: readonly RefusedRow[]): void {
    this.refused.push(...rows);
  }

  update(row: UpdatedRow): void {
    this.updates.push(row);
  }

  repeat(row: RepeatedRow): void {
    this.repeated.push(row);
  }

  unreadDate(row: UnreadDate): void {
    this.unreadDates.push(row);
  }

  looksLike(row: LookalikeRow): void {
    this.nearDuplicates.push(row);
  }

  summary(rest: Pick<FolderSummary, 'dryRun' | 'ignoredColumns' | 'encoding' | 'seconds'>): FolderSummary {
    const { added, updated, unchanged } = this.counts;
    const byLine = (a: { line: number }, b: { line: number }) => a.line - b.line;
    return {
      ...rest,
      rows: added + updated + unchanged + this.refused.length,
      added,
      updated,
      unchanged,
      refused: this.refused.sort(byLine),
      updates: this.updates.sort(byLine),
      repeated: this.repeated.sort(byLine),
      nearDuplicates: this.nearDuplicates.sort(byLine),
      unreadDates: this.unreadDates.sort(byLine),
    };
  }
}
