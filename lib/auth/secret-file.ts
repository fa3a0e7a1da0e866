import { randomUUID } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isFileError } from '@/lib/images/file-error';
import { makeFolder } from '@/lib/platform/make-folder';
import { settings } from '@/lib/platform/settings';

/** The text of a secret kept under the data folder, or null when there is none. */
export async function readSecret(name: string): Promise<string | null> {
  try {
    return (await readFile(path.join(settings().dataDir, name), 'utf8')).trim();
  } catch (error) {
    if (isFileError(error, 'ENOENT')) return null;
    throw error;
  }
}

/**
 * Keeps a secret under the data folder, readable by its owner only, unless one is there already: of processes
 * that start together one wins, and a crash leaves a whole file or none.
 *
 * @returns whether this call's text is the one that is kept
 */
export async function keepSecret(name: string, text: string): Promise<boolean> {
  const { dataDir } = settings();
  makeFolder(dataDir);
  const draft = path.join(dataDir, `.${name}.${randomUUID()}`);
  await writeFile(draft, `${text}\n`, { mode: 0o600, flag: 'wx', flush: true });
  try {
    await link(draft, path.join(dataDir, name));
    return true;
  } catch (error) {
    if (isFileError(error, 'EEXIST')) return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}
