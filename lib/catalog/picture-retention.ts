import { type Client } from 'pg';
import { Problem } from '@/lib/platform/problem';
import { type DatabaseClient } from './database';

/** A backup holds this lock alone; processes that delete pictures share it. */
const lockName = 'gafu pictures are being copied';

/**
 * From now until the connection ends no picture is deleted; deletions that have begun are awaited.
 * @throws Problem `conflict` when another backup does the same
 */
export async function retainPictures(client: Client): Promise<void> {
  const { rows } = await client.query<{ held: boolean }>(
    `SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND mode = 'ExclusiveLock' AND granted
       AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
       AND ((classid::bigint << 32) | objid::bigint) = hashtextextended($1, 0)) AS held`,
    [lockName],
  );
  if (rows[0]?.held === true)
    throw new Problem('conflict', 'Another backup of this site is running. Wait until it has ended.');
  await client.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [lockName]);
}

/** Whether pictures may be deleted; if so, a backup that begins waits until this transaction ends. */
export async function mayDeletePictures(transaction: DatabaseClient): Promise<boolean> {
  const [row] = await transaction.$queryRaw<
    { may: boolean }[]
  >`SELECT pg_try_advisory_xact_lock_shared(hashtextextended(${lockName}, 0)) AS may`;
  return row?.may === true;
}
