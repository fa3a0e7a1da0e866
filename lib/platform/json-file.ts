import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type z } from 'zod';
import { log } from './log';

/**
 * What a JSON file holds; null if there is none. A file that is not as it should be (cut short, of another version)
 * counts as none, with a warning: a measurement on the side must not stop what does not need it.
 */
export async function readJsonFile<T>(file: string, schema: z.ZodType<T>): Promise<T | null> {
  try {
    return schema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    const reason = error instanceof Error ? error.message : String(error);
    log.warn({ file, reason }, 'A file cannot be used and is ignored');
    return null;
  }
}

/** Writes JSON with rows of numbers on a line each; a reader sees the old file or the new one, never half. */
export async function writeJsonFile(file: string, value: unknown, decimals: number): Promise<void> {
  const rounded = (_: string, one: unknown) =>
    typeof one === 'number' ? Number(one.toFixed(decimals)) : one;
  const text = JSON.stringify(value, rounded, 2).replace(/\[[\s\d.,e-]+\]/g, (row) =>
    row.replace(/\s+/g, ' '),
  );
  await mkdir(path.dirname(file), { recursive: true });
  const staging = `${file}.${process.pid}.tmp`;
  await writeFile(staging, `${text}\n`);
  await rename(staging, file);
}
