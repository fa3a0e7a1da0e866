import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { database } from '@/lib/catalog/database';
import { isFileError } from '@/lib/images/file-error';
import { readPicture } from '@/lib/images/safe-picture';
import { Problem } from '@/lib/platform/problem';
import { refreshStrengths } from '@/lib/search/strength/measure-strength';
import { type Vision } from '@/lib/vision/node/vision';
import { storeArtwork } from './add-artwork';
import { extractFeatures } from './jobs/extract-features';
import { dequeueExtraction } from './jobs/job-queue';
import { type BadRow, type ManifestRow, parseManifest } from './manifest';
import { isPictureProblem } from './stored-pixels';
import { visionInService } from './vision-in-service';

export interface AddFolderOptions {
  readonly folder: string;
  /** Path of the CSV file. */
  readonly manifest: string;
  /** Rows at most, counted from the first. */
  readonly limit?: number;
  readonly onProgress?: (progress: FolderProgress) => void;
  /** Ends after the rows in hand; calling again goes on where it ended. */
  readonly signal?: AbortSignal;
}

export interface FolderProgress {
  readonly done: number;
  readonly total: number;
}

export interface FolderSummary {
  /** Rows that were taken up: added, known or bad. */
  readonly rows: number;
  readonly added: number;
  /** Rows whose very picture was in the collection already. */
  readonly known: number;
  readonly bad: readonly BadRow[];
  readonly ignoredColumns: readonly string[];
  readonly seconds: number;
}

/** Pictures in hand at once: while one is in the network, others are read, decoded and stored. */
const lanes = 4;
/** So long workers leave a stored row alone; they take it up if this process was killed. */
const handoverSeconds = 15 * 60;

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new Problem('not-found', `The manifest ${file} cannot be read (${String(error)}).`);
  }
}

async function readRowFile(folder: string, file: string): Promise<Buffer> {
  const full = path.resolve(folder, file);
  if (path.relative(folder, full).startsWith('..')) {
    throw new Problem('invalid-request', `${file} lies outside the folder.`);
  }
  try {
    return await readFile(full);
  } catch (error) {
    if (isFileError(error, 'ENOENT'))
      throw new Problem('invalid-request', `There is no file ${file} in ${folder}.`);
    if (isFileError(error, 'EISDIR')) throw new Problem('invalid-request', `${file} is a folder.`);
    throw error;
  }
}

/** @returns whether the work is new. @throws Problem of the row, or whatever stops the whole run */
async function addRow(folder: string, row: ManifestRow, vision: Vision): Promise<boolean> {
  const picture = await readPicture(await readRowFile(folder, row.file));
  const { artwork, duplicateOf } = await storeArtwork(picture, row.details, {
    delaySeconds: handoverSeconds,
  });
  const result = await extractFeatures(artwork.id, vision);
  if (result.status === 'failed') throw new Problem('unreadable-picture', result.reason);
  await dequeueExtraction(await database(), artwork.id);
  return duplicateOf === undefined;
}

/**
 * Adds the pictures of a folder as a manifest describes them, features included: when it returns every row that
 * is not `bad` is a `ready` work. Rows are independent; a bad one is reported and the others go on. What is in the
 * collection already, by the picture itself, is passed over, so a run that was ended is resumed by calling again.
 *
 * @throws Problem `invalid-request` or `not-found` for the manifest, and what stops everything: network, database
 */
export async function addFolder(options: AddFolderOptions): Promise<FolderSummary> {
  const started = performance.now();
  const folder = path.resolve(options.folder);
  const { rows, badRows, ignoredColumns } = parseManifest(await readText(options.manifest));
  const vision = await visionInService();
  const chosen = rows.slice(0, options.limit);
  const bad: BadRow[] = [...badRows];
  const counts = { taken: 0, added: 0, known: 0 };
  let stopped = false;

  async function lane(): Promise<void> {
    for (let row = chosen[counts.taken++]; row; row = chosen[counts.taken++]) {
      if (stopped || options.signal?.aborted) return;
      try {
        counts[(await addRow(folder, row, vision)) ? 'added' : 'known'] += 1;
      } catch (error) {
        if (!isPictureProblem(error)) {
          stopped = true;
          throw error;
        }
        bad.push({ line: row.line, file: row.file, reason: error.message });
      }
      const done = counts.added + counts.known + bad.length - badRows.length;
      options.onProgress?.({ done, total: chosen.length });
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane));
  await refreshStrengths(await database());
  return {
    rows: counts.added + counts.known + bad.length,
    added: counts.added,
    known: counts.known,
    bad: bad.sort((a, b) => a.line - b.line),
    ignoredColumns,
    seconds: (performance.now() - started) / 1000,
  };
}
