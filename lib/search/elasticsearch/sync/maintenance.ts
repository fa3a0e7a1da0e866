import { type Client } from '@elastic/elasticsearch';
import { Client as PostgresClient } from 'pg';
import { type Database, database, databaseUrl } from '@/lib/catalog/database';
import { Problem } from '@/lib/platform/problem';
import { settings } from '@/lib/platform/settings';
import { openClient } from '../client';
import { type IndexLayout, indexLayout } from '../index-naming';
import { describeOutage, isOutage } from '../outage';

/** What every task that maintains the index needs. */
export interface IndexMaintenance {
  readonly client: Client;
  readonly db: Database;
  readonly databaseUrl: string;
  readonly layout: IndexLayout;
}

/**
 * Runs `task` with the cluster of ELASTICSEARCH_URL and this process's database.
 * @throws Problem `conflict` if no cluster is set, `unavailable` if it cannot be reached
 */
export async function withIndexMaintenance<T>(
  task: (maintenance: IndexMaintenance) => Promise<T>,
): Promise<T> {
  if (settings().elasticsearchUrl === null)
    throw new Problem(
      'conflict',
      'ELASTICSEARCH_URL is not set: the search index is in memory and needs no maintenance.',
    );
  const client = openClient(settings(), 'maintenance');
  try {
    return await task({
      client,
      db: await database(),
      databaseUrl: await databaseUrl(),
      layout: indexLayout(settings()),
    });
  } catch (error) {
    if (!isOutage(error)) throw error;
    throw new Problem('unavailable', describeOutage(error));
  } finally {
    await client.close();
  }
}

/** Keys of the advisory locks: "gaes" in ASCII, and the task that holds the lock. */
const lockClass = 0x67616573;
const lockKeys = { indexing: 1, building: 2 } as const;

/**
 * Runs `task` while this process holds the advisory lock of that name. Only one process on the database can hold it,
 * and Postgres releases it as soon as that process is gone.
 * @returns null if another process holds the lock
 */
export async function withAdvisoryLock<T>(
  { databaseUrl }: Pick<IndexMaintenance, 'databaseUrl'>,
  lock: keyof typeof lockKeys,
  task: (connection: PostgresClient) => Promise<T>,
): Promise<T | null> {
  const connection = new PostgresClient({ connectionString: databaseUrl });
  // The next query on the connection reports the error; without a listener it would end the process.
  connection.on('error', () => undefined);
  await connection.connect();
  try {
    const { rows } = await connection.query<{ held: boolean }>(
      'SELECT pg_try_advisory_lock($1, $2) AS held',
      [lockClass, lockKeys[lock]],
    );
    return rows[0]?.held === true ? await task(connection) : null;
  } finally {
    await connection.end().catch(() => undefined);
  }
}
