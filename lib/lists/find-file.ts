import { lstat, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { Problem } from '@/lib/platform/problem';
import { fileFault } from './file-fault';

/** Finds the files that a list names. @returns the absolute path. @throws Problem `invalid-request` with one sentence */
export type FindFile = (written: string) => Promise<string>;

/**
 * Finds files as lists write their names: with `/` or `\`, with `./` before them, with accents composed (NFC) or not
 * (NFD), whichever way the disk has them; in other case only if that leaves one file.
 *
 * @throws Problem `not-found` if there is no such folder
 */
export async function filesOf(folder: string): Promise<FindFile> {
  const root = path.resolve(folder);
  await refuseUnlessFolder(root, folder);
  const names = new Map<string, Promise<readonly string[]>>();
  const namesIn = (parent: string) => {
    const known = names.get(parent) ?? readdir(parent).catch(() => []);
    names.set(parent, known);
    return known;
  };
  return async (written) => {
    const exact = path.resolve(root, written);
    if (isInside(root, exact) && (await exists(exact, written))) return exact;
    const relative = written.replaceAll('\\', '/');
    const asked = path.resolve(root, relative);
    if (!isInside(root, asked))
      throw new Problem('invalid-request', `${written} is outside the folder ${folder}.`);
    let found = root;
    for (const part of path.relative(root, asked).split(path.sep)) {
      found = path.join(found, await nameOnDisk(part, found, written, namesIn));
    }
    return found;
  };
}

async function refuseUnlessFolder(root: string, folder: string): Promise<void> {
  try {
    if ((await stat(root)).isDirectory()) return;
  } catch (error) {
    throw new Problem('not-found', fileFault(error, folder).replace('no file', 'no folder'));
  }
  throw new Problem('not-found', `${folder} is a file, not a folder.`);
}

function isInside(root: string, file: string): boolean {
  const [first = ''] = path.relative(root, file).split(path.sep);
  return first !== '..' && !path.isAbsolute(path.relative(root, file));
}

async function exists(file: string, written: string): Promise<boolean> {
  try {
    await lstat(file);
    return true;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return false;
    throw new Problem('invalid-request', fileFault(error, written));
  }
}

/** One part of a path, as the folder `parent` spells it. */
async function nameOnDisk(
  part: string,
  parent: string,
  written: string,
  namesIn: (parent: string) => Promise<readonly string[]>,
): Promise<string> {
  if (await exists(path.join(parent, part), written)) return part;
  const names = await namesIn(parent);
  const composed = part.normalize('NFC');
  const folded = composed.toLowerCase();
  const sameLetters = names.filter((name) => name.normalize('NFC') === composed);
  const sameWord = names.filter((name) => name.normalize('NFC').toLowerCase() === folded);
  const found = sameLetters.length > 0 ? sameLetters : sameWord;
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  if (found.length > 1)
    throw new Problem(
      'invalid-request',
      `${written} may be ${found.join(' or ')}. Write the name as it is on disk.`,
    );
  const above = await stat(parent).catch(() => null);
  const isFile = above !== null && !above.isDirectory();
  throw new Problem('invalid-request', fileFault({ code: isFile ? 'ENOTDIR' : 'ENOENT' }, written));
}
