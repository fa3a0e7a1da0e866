import { dueChanges, lastDueVersion, markIndexed } from '@/lib/catalog/index-changes.repository';
import { managedIndices } from '../managed-indices';
import { type IndexMaintenance } from './maintenance';
import { writeChanges } from './write-changes';

const pageWorks = 500;

/**
 * Writes all changes that are due now to the indices; later ones are left to the next call. Several processes may do
 * this at once, and each may die at any point: a change stays due until it was written.
 * @returns how many works were written
 */
export async function indexDueChanges({
  client,
  db,
  layout,
}: Omit<IndexMaintenance, 'databaseUrl'>): Promise<number> {
  let written = 0;
  let afterVersion = 0;
  for (const upToVersion = await lastDueVersion(db); afterVersion < upToVersion;) {
    const changes = await dueChanges(db, { afterVersion, limit: pageWorks });
    const last = changes.at(-1);
    if (!last) break;
    // Listed after the changes were read: an index created later reads Postgres later too, and finds them there.
    const indices = (await managedIndices(client, layout)).filter(({ receivesChanges }) => receivesChanges);
    if (indices.length === 0) break;
    await writeChanges(client, indices, changes);
    await markIndexed(db, changes);
    written += changes.length;
    afterVersion = last.version;
  }
  return written;
}
