import { dueChanges, lastDueVersion, markFollowed } from '@/lib/catalog/index-changes.repository';
import { ownIndices } from '../own-indices';
import { type Upkeep } from './maintenance';
import { writeChanges } from './write-changes';

const pageWorks = 500;

/**
 * Tells the indices what is due now, once through: what comes meanwhile is for the next call. Any number of processes may do it at once, and each may end anywhere:
 * a change stays due until it was written.
 * @returns how many works were told of
 */
export async function followChanges({ client, db, shape }: Omit<Upkeep, 'databaseUrl'>): Promise<number> {
  let told = 0;
  let afterVersion = 0;
  for (const upToVersion = await lastDueVersion(db); afterVersion < upToVersion;) {
    const changes = await dueChanges(db, { afterVersion, limit: pageWorks });
    const last = changes.at(-1);
    if (!last) break;
    // Asked for after the reading: an index that is not there yet begins its own reading later, and finds them.
    const indices = (await ownIndices(client, shape)).filter(({ follows }) => follows);
    if (indices.length === 0) break;
    await writeChanges(client, indices, changes);
    await markFollowed(db, changes);
    told += changes.length;
    afterVersion = last.version;
  }
  return told;
}
