import { database } from '@/lib/catalog/database';
import { findImportRun } from '@/lib/catalog/import-runs.repository';
import { readSourceName } from '@/lib/imports/source-names';
import { Problem } from '@/lib/platform/problem';

/** @throws Problem `not-found` if the path is that of an import, or of a source, that does not exist */
export async function checkImportAddress(pathname: string): Promise<void> {
  const [, first, id] = /^\/admin\/imports\/([^/]+)(?:\/([^/]+))?$/.exec(pathname) ?? [];
  if (first === undefined) return;
  if (id !== undefined) {
    if ((await findImportRun(await database(), id)) === null)
      throw new Problem('not-found', 'There is no import at this address.');
    return;
  }
  try {
    readSourceName(first);
  } catch (error) {
    throw error instanceof Problem ? new Problem('not-found', error.message) : error;
  }
}
