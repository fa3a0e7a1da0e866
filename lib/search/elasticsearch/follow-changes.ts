import { dueChanges, markFollowed } from '@/lib/catalog/index-changes.repository';
import { ownIndices } from './own-indices';
import { type Upkeep } from './upkeep';
import { writeChanges } from './write-changes';

const pageWorks = 500;

/**
 * Tells the indices what is due, once through. Any number of processes may do it at once, and each may end anywhere:
 * a change stays due until it was written.
 * @returns how many works were told of
 */
export async function followChanges({ client, db, shape }: Omit<Upkeep, 'databaseUrl'>): Promise<number> {
  let told = 0;
  let afterVersion = 0;
  for (;;) {
    const changes = await dueChanges(db, { afterVersion, limit: pageWorks });
    const last = changes.at(-1);
    if (!last) return told;
    // Asked for after the reading: an index that is not there yet begins its own reading later, and finds them.
    const indices = (await ownIndices(client, shape)).filter(({ follows }) => follows);
    if (indices.length === 0) return told;
    await writeChanges(client, indices, changes);
    await markFollowed(db, changes);
    told += changes.length;
    afterVersion = last.version;
  }
}
