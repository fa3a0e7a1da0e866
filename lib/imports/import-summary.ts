import { type ImportCounts, noneImported } from '@/lib/catalog/imports.repository';

export interface RefusedRecord {
  readonly id: string;
  readonly reason: string;
}

export interface VanishedRecord {
  readonly id: string;
  /** Null if the work is gone from this collection too. */
  readonly artworkId: string | null;
}

export interface ImportSummary {
  readonly source: string;
  readonly dryRun: boolean;
  /** It went on where an earlier call was ended. */
  readonly resumed: boolean;
  /** False: it was ended, or could not go on. Calling again goes on from here. */
  readonly finished: boolean;
  /** Why it could not go on. */
  readonly problem: string | null;
  /** How many works the list has, as far as the source says. */
  readonly total: number | null;
  readonly counts: ImportCounts;
  /** Works of the list that are drafts now: their rights are not clear. */
  readonly drafts: number;
  /** Pictures that could not be had this time; the next call tries again. */
  readonly postponed: readonly RefusedRecord[];
  /** By what is said of their rights: works that were looked at in this call. */
  readonly rights: Readonly<Record<string, number>>;
  readonly refused: readonly RefusedRecord[];
  readonly vanished: readonly VanishedRecord[];
  readonly seconds: number;
}

export interface ImportProgress {
  readonly done: number;
  readonly total: number | null;
  readonly counts: ImportCounts;
}

/** Counts what one call does; what the whole run has done is in the database. */
export class ImportTally {
  private readonly counts = { ...noneImported };
  readonly rights: Record<string, number> = {};
  readonly postponed: RefusedRecord[] = [];
  readonly refused: RefusedRecord[] = [];

  /** @param before what the run had done before this call */
  constructor(before?: ImportCounts) {
    if (before !== undefined) Object.assign(this.counts, before);
  }

  count(outcome: keyof ImportCounts): void {
    this.counts[outcome] += 1;
  }

  countRights(label: string | null): void {
    const name = label ?? 'not said';
    this.rights[name] = (this.rights[name] ?? 0) + 1;
  }

  get all(): ImportCounts {
    return { ...this.counts };
  }

  /** Works that a limit counts. */
  get works(): number {
    const { added, updated, unchanged } = this.counts;
    return added + updated + unchanged;
  }
}
