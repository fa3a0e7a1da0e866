import { randomUUID } from 'node:crypto';
import { open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeFolder } from '@/lib/platform/make-folder';
import { isFileError } from './file-error';
import { imagePath } from './image-key';
import { type ImageStore } from './image-store';

/** As much as a small picture: a few bytes may still fit where none does. */
const probeBytes = 256 * 1024;

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Writes beside the goal, forces the bytes to disk, and renames: a crash leaves a whole file or none. */
async function writeAtomically(file: string, bytes: Uint8Array): Promise<void> {
  const folder = path.dirname(file);
  makeFolder(folder);
  const draft = path.join(folder, `.${randomUUID()}.part`);
  try {
    const handle = await open(draft, 'wx');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  await syncFolder(folder);
}

/** An image store in a folder of this machine. */
export function folderStore(root: string): ImageStore {
  const fileOf = (key: string) => path.join(root, imagePath(key));
  return {
    put: (key, bytes) => writeAtomically(fileOf(key), bytes),
    async get(key) {
      try {
        return await readFile(fileOf(key));
      } catch (error) {
        if (isFileError(error, 'ENOENT')) return null;
        throw error;
      }
    },
    async probe() {
      const file = path.join(root, `.probe-${process.pid}`);
      makeFolder(root);
      try {
        await writeFile(file, new Uint8Array(probeBytes));
      } finally {
        await rm(file, { force: true });
      }
    },
    async delete(key) {
      const folder = path.dirname(fileOf(key));
      const names = await readdir(folder).catch((error: unknown) => {
        if (isFileError(error, 'ENOENT')) return [];
        throw error;
      });
      const mine = names.filter((name) => name === key || name.startsWith(`${key}-`));
      await Promise.all(mine.map((name) => rm(path.join(folder, name), { force: true })));
    },
  };
}
