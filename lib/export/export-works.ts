import { wholeCollection } from '@/lib/catalog/change';
import { recordChange } from '@/lib/catalog/changes.repository';
import { type DatabaseClient } from '@/lib/catalog/database';
import { findWorksToExport, type WorkToExport } from '@/lib/catalog/exports.repository';
import { storedOriginal } from '@/lib/images/stored-original';
import { Problem } from '@/lib/platform/problem';
import { readAhead } from '@/lib/platform/read-ahead';
import { csvHeader, csvLine } from './csv-form';
import { exportedWork, pictureFile, type ExportedWork } from './exported-work';

export const exportFormats = ['csv', 'jsonl'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** The list's name where it stands beside the pictures. */
export function listName(format: ExportFormat): string {
  return `works.${format}`;
}

/** How the audit log names an export. */
export interface ExportNote {
  readonly works: number;
  readonly format: ExportFormat;
  readonly withPictures: boolean;
  /** What selected the works, as in an address; empty: all of them. */
  readonly where: string;
}

/** Notes in the audit log that works are taken out. */
export async function noteExport(db: DatabaseClient, note: ExportNote): Promise<void> {
  await recordChange(db, { action: 'export', subject: wholeCollection, after: note });
}

export interface ExportOptions {
  readonly db: DatabaseClient;
  /** Of the works, in the order in which they are written. */
  readonly ids: readonly string[];
  readonly format: ExportFormat;
  readonly withPictures: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, all: number) => void;
}

/** What was exported so far. */
export interface ExportTally {
  works: number;
  pictures: number;
  /** Ids of works whose picture the image store has lost or holds damaged: they are in the list, without it. */
  lostPictures: string[];
}

/** A piece of an export: text of the list, or a picture. A work's picture comes before its line. */
export type ExportPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'picture'; readonly file: string; readonly bytes: Buffer };

/** Works that are read from the database at once, and pictures that are fetched at once. */
const worksAtOnce = 100;
const picturesAhead = 4;

/**
 * The pieces of an export, made as they are taken, so that memory stays bounded. Each work is as it is when its turn
 * comes; one that is deleted before is left out.
 *
 * @throws Problem `unavailable` when `signal` aborts
 */
export async function* exportParts(options: ExportOptions, tally: ExportTally): AsyncGenerator<ExportPart> {
  const { db, ids, format, withPictures, signal, onProgress } = options;
  const line = format === 'csv' ? csvLine : (work: ExportedWork) => `${JSON.stringify(work)}\n`;
  if (format === 'csv') yield { kind: 'text', text: csvHeader };
  let done = 0;
  const read = (work: WorkToExport) =>
    withPictures ? withPicture(db, work) : Promise.resolve({ work, bytes: null });
  for await (const [, found] of readAhead(worksInOrder(db, ids), read, picturesAhead)) {
    if (signal?.aborted === true) throw new Problem('unavailable', 'The export was ended.');
    if (found !== null) {
      const { work, bytes } = found;
      const { id } = work.artwork;
      if (bytes !== null) yield { kind: 'picture', file: pictureFile(id), bytes };
      yield { kind: 'text', text: line(exportedWork(work)) };
      tally.works += 1;
      if (bytes !== null) tally.pictures += 1;
      else if (withPictures) tally.lostPictures.push(id);
    }
    onProgress?.(++done, ids.length);
  }
}

async function* worksInOrder(db: DatabaseClient, ids: readonly string[]): AsyncGenerator<WorkToExport> {
  for (let at = 0; at < ids.length; at += worksAtOnce)
    yield* await findWorksToExport(db, ids.slice(at, at + worksAtOnce));
}

/** The work as it is now, if its picture was replaced since it was read. Null if it is gone. */
async function withPicture(
  db: DatabaseClient,
  work: WorkToExport,
): Promise<{ work: WorkToExport; bytes: Buffer | null } | null> {
  const { id, image } = work.artwork;
  const bytes = await storedOriginal(image.key);
  if (bytes !== null) return { work, bytes };
  const [now] = await findWorksToExport(db, [id]);
  if (now === undefined) return null;
  return now.artwork.image.key === image.key ? { work, bytes } : await withPicture(db, now);
}
