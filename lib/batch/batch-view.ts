import { type Cells } from './cells';
import { type ChosenFile } from './match-files';

/** What the page of a batch shows, as JSON. */
export interface BatchView {
  readonly id: string;
  readonly name: string;
  readonly createdBy: string;
  /** Milliseconds since 1970, as all times here. */
  readonly createdMs: number;
  readonly list: BatchList | null;
  readonly files: readonly BatchRow[];
  /** When the server read all this. */
  readonly asOfMs: number;
}

/** The list that came with the pictures. */
export interface BatchList {
  readonly name: string;
  readonly works: number;
  /** Lines that cannot be used, with their reasons. */
  readonly refused: readonly { readonly line: number; readonly reason: string }[];
  /** Lines whose file is not in the batch. */
  readonly missing: readonly { readonly line: number; readonly file: string }[];
  readonly repeated: readonly { readonly line: number; readonly file: string }[];
  readonly ignoredColumns: readonly string[];
}

export const fileStates = [
  'waiting',
  'received',
  'checked',
  'refused',
  'adding',
  'added',
  'replaced',
  'skipped',
] as const;
export type FileState = (typeof fileStates)[number];

export const decisions = ['skip', 'replace', 'keep'] as const;
export type Decision = (typeof decisions)[number];

/** What is needed to draw a picture. */
export interface BatchPicture {
  readonly key: string;
  readonly width: number;
  readonly height: number;
  readonly colour: string;
}

/** A work, or another file of the batch, with a picture that looks the same. */
export interface Lookalike {
  readonly kind: 'work' | 'file';
  readonly id: string;
  readonly title: string;
  readonly artist: string;
  readonly picture: BatchPicture;
  /** Pixel for pixel. */
  readonly isExact: boolean;
}

export interface BatchRow extends ChosenFile {
  readonly id: string;
  readonly position: number;
  readonly receivedBytes: number;
  readonly state: FileState;
  /** Why it was refused, or is to be sent again. */
  readonly reason: string | null;
  readonly picture: BatchPicture | null;
  readonly cells: Cells;
  /** What is wrong in a cell, by column. */
  readonly issues: Cells;
  readonly lookalikes: readonly Lookalike[];
  readonly decision: Decision | null;
  /** The work or file whose picture is replaced. */
  readonly replacesId: string | null;
  readonly work: BatchWork | null;
}

/** The work that a file became. */
export interface BatchWork {
  readonly id: string;
  readonly state: 'pending' | 'ready' | 'failed';
  readonly failure: string | null;
  /** The search index has it. */
  readonly isIndexed: boolean;
}

export const stages = [
  'waiting',
  'checking',
  'refused',
  'undecided',
  'incomplete',
  'ready',
  'replacing',
  'skipping',
  'adding',
  'embedding',
  'embedded',
  'searchable',
  'failed',
  'skipped',
] as const;
/** How far a file has come, for people. */
export type Stage = (typeof stages)[number];

export function stageOf(row: BatchRow): Stage {
  switch (row.state) {
    case 'waiting':
    case 'refused':
    case 'adding':
    case 'skipped':
      return row.state;
    case 'received':
      return 'checking';
    case 'checked':
      if (row.decision === 'skip') return 'skipping';
      if (row.lookalikes.length > 0 && row.decision === null) return 'undecided';
      if (row.decision === 'replace' && !replacesFile(row)) return 'replacing';
      return Object.keys(row.issues).length > 0 ? 'incomplete' : 'ready';
    case 'added':
    case 'replaced':
      return stageOfWork(row.work);
  }
}

function stageOfWork(work: BatchWork | null): Stage {
  if (work === null || work.state === 'pending') return 'embedding';
  if (work.state === 'failed') return 'failed';
  return work.isIndexed ? 'searchable' : 'embedded';
}

/** Whether another file of the batch is to be left out for it, and not a work to get its picture. */
export function replacesFile({
  lookalikes,
  replacesId,
}: Pick<BatchRow, 'lookalikes' | 'replacesId'>): boolean {
  return lookalikes.some(({ kind, id }) => kind === 'file' && id === replacesId);
}

/** Stages that go on by themselves on the server. */
export const movingStages: readonly Stage[] = ['checking', 'adding', 'embedding', 'embedded'];
/** What "Publish" takes up. */
export const publishedStages: readonly Stage[] = ['ready', 'replacing', 'skipping'];
