import { createWriteStream } from 'node:fs';
import { link, rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Problem } from './problem';

/** @throws Problem `conflict` when the file is there already */
export async function refuseExisting(file: string): Promise<void> {
  const found = await stat(file).catch(() => null);
  if (found !== null)
    throw new Problem('conflict', `${file} is there already. Name a new file, or remove that one first.`);
}

/**
 * Writes a file that is not there yet. It appears under its name when it is whole and on the disk; if `chunks` throws,
 * nothing is left.
 * @returns its size
 * @throws Problem `conflict` when the file is there already
 */
export async function writeNewFile(
  file: string,
  chunks: AsyncIterable<string | Uint8Array>,
): Promise<{ sizeBytes: number }> {
  await refuseExisting(file);
  const draft = `${file}.part`;
  try {
    await rm(draft, { force: true });
    await pipeline(Readable.from(chunks), createWriteStream(draft, { flags: 'wx', flush: true }));
    await link(draft, file);
    return { sizeBytes: (await stat(file)).size };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') await refuseExisting(file);
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}
