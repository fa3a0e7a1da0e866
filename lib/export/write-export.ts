import { mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { writeNewFile } from '@/lib/platform/new-file';
import { Problem } from '@/lib/platform/problem';
import { exportArchive } from './export-archive';
import {
  type ExportFormat,
  type ExportOptions,
  exportParts,
  type ExportTally,
  listName,
} from './export-works';

/** Where an export is written: the list alone, or the list and the pictures in an archive or a folder. */
export interface ExportTarget {
  readonly kind: 'list' | 'archive' | 'folder';
  /** Absolute. */
  readonly path: string;
  readonly format: ExportFormat;
}

export interface ExportChoice {
  readonly format?: ExportFormat;
  readonly withPictures: boolean;
}

/**
 * What a name means: `.csv` and `.jsonl` the list alone, `.tar` an archive, anything else a folder.
 * @param target absolute
 * @throws Problem `invalid-request` when that and the choice do not agree
 */
export function exportTarget(target: string, { format, withPictures }: ExportChoice): ExportTarget {
  const ending = path.extname(target).toLowerCase();
  if (ending === '.csv' || ending === '.jsonl') {
    const named = ending === '.csv' ? 'csv' : 'jsonl';
    if (withPictures)
      throw new Problem(
        'invalid-request',
        `${target} is one list and holds no pictures. Name a folder, or a file that ends in .tar, or leave out --pictures.`,
      );
    if (format !== undefined && format !== named)
      throw new Problem(
        'invalid-request',
        `The name ends in ${ending}, and --format says ${format}. Leave one out.`,
      );
    return { kind: 'list', path: target, format: named };
  }
  return { kind: ending === '.tar' ? 'archive' : 'folder', path: target, format: format ?? 'jsonl' };
}

export interface ExportSummary extends Readonly<ExportTally> {
  readonly path: string;
  readonly seconds: number;
}

/**
 * Writes works to a new file or folder. If it fails or is ended, nothing is left.
 * @throws Problem `conflict` when the file is there, or the folder is not empty; `unavailable` when `signal` aborts
 */
export async function writeExport(
  target: ExportTarget,
  options: Omit<ExportOptions, 'format'>,
): Promise<ExportSummary> {
  const started = performance.now();
  const { format } = target;
  const tally: ExportTally = { works: 0, pictures: 0, lostPictures: [] };
  const parts = exportParts({ ...options, format }, tally);
  if (target.kind === 'folder') await writeFolder(target, parts);
  else if (target.kind === 'archive') await writeNewFile(target.path, exportArchive(parts, format));
  else await writeNewFile(target.path, exportedText(parts));
  return { path: target.path, ...tally, seconds: (performance.now() - started) / 1000 };
}

/** An export without pictures, as text. */
export async function* exportedText(parts: ReturnType<typeof exportParts>): AsyncGenerator<string> {
  for await (const part of parts) if (part.kind === 'text') yield part.text;
}

async function writeFolder(target: ExportTarget, parts: ReturnType<typeof exportParts>): Promise<void> {
  await refuseFilled(target.path);
  const list = path.join(target.path, listName(target.format));
  const pictures = path.join(target.path, 'pictures');
  await mkdir(pictures, { recursive: true });
  try {
    const draft = await open(`${list}.part`, 'wx');
    try {
      for await (const part of parts) {
        if (part.kind === 'text') await draft.writeFile(part.text);
        else await writeFile(path.join(target.path, part.file), part.bytes);
      }
      await draft.sync();
    } finally {
      await draft.close();
    }
    await rename(`${list}.part`, list);
  } catch (error) {
    await rm(`${list}.part`, { force: true });
    await rm(pictures, { recursive: true, force: true });
    throw error;
  }
}

async function refuseFilled(folder: string): Promise<void> {
  const found = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (found.length > 0)
    throw new Problem(
      'conflict',
      `The folder ${folder} is not empty. Name a new folder, or empty that one first.`,
    );
}
