import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { checkSizeBytes } from '@/lib/images/decoding';
import { fileFault } from '@/lib/lists/file-fault';
import { filesOf } from '@/lib/lists/find-file';
import { readRegularFile } from '@/lib/lists/regular-file';
import { Problem } from '@/lib/platform/problem';
import { archivePlace } from './archive-place';
import { type ListFile, listNames, type PicturePlace } from './picture-place';

/** @throws Problem `not-found` or `invalid-request` if there is no folder and no archive of this name */
export async function openPlace(folder: string): Promise<PicturePlace> {
  const found = await stat(folder).catch(() => null);
  if (found?.isFile() === true && path.extname(folder) === '.tar') return archivePlace(path.resolve(folder));
  return {
    find: await filesOf(folder),
    read: (file, name) => readRegularFile(file, { name, kind: 'invalid-request', checkSizeBytes }),
    async list() {
      for (const name of listNames) {
        const file = path.join(folder, name);
        if ((await stat(file).catch(() => null)) !== null) return listFile(file);
      }
      throw new Problem(
        'not-found',
        `${folder} has no list ${listNames.join(' or ')}. Name the list with --manifest.`,
      );
    },
  };
}

/** @throws Problem `not-found` if there is no such file, or it is no file */
export async function listFile(file: string): Promise<ListFile> {
  const found = await stat(file).catch((error: unknown) => {
    throw new Problem('not-found', fileFault(error, file));
  });
  if (!found.isFile()) throw new Problem('not-found', `${file} is not a file.`);
  return {
    name: path.basename(file),
    bytes: (checkSize) => readRegularFile(file, { name: file, checkSizeBytes: checkSize }),
    stream: () => createReadStream(file),
  };
}
