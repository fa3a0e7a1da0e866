import { type Client } from '@elastic/elasticsearch';
import { Client as PostgresClient } from 'pg';
import { type Database, database, databaseUrl } from '@/lib/catalog/database';
import { Problem } from '@/lib/platform/problem';
import { settings } from '@/lib/platform/settings';
import { openClient } from '../client';
import { describeOutage, isOutage } from '../outage';
import { indexShape, type IndexShape } from '../index-naming';

/** What whoever keeps the index up works with. */
export interface Upkeep {
  readonly client: Client;
  readonly db: Database;
  readonly databaseUrl: string;
  readonly shape: IndexShape;
}

/**
 * Does `work` with the cluster of ELASTICSEARCH_URL and this process's database.
 * @throws Problem `conflict` where no cluster is set, `unavailable` where it cannot be reached
 */
export async function withUpkeep<T>(work: (upkeep: Upkeep) => Promise<T>): Promise<T> {
  if (settings().elasticsearchUrl === null)
    throw new Problem('conflict', 'ELASTICSEARCH_URL is not set: search runs in memory and needs no upkeep.');
  const client = openClient(settings(), 'upkeep');
  try {
    return await work({
      client,
      db: await database(),
      databaseUrl: await databaseUrl(),
      shape: indexShape(settings()),
    });
  } catch (error) {
    if (!isOutage(error)) throw error;
    throw new Problem('unavailable', describeOutage(error));
  } finally {
    await client.close();
  }
}

/** Keys of the advisory locks: "gaes" in ASCII, and what is done under the lock. */
const lockClass = 0x67616573;
const lockKeys = { following: 1, building: 2 } as const;

/**
 * Does `work` while this process alone, of all on the database, holds the lock of that name. Postgres lets go of
 * the lock the moment the process is gone.
 * @returns null when another holds it
 */
export async function whileAlone<T>(
  { databaseUrl }: Pick<Upkeep, 'databaseUrl'>,
  lock: keyof typeof lockKeys,
  work: (connection: PostgresClient) => Promise<T>,
): Promise<T | null> {
  const connection = new PostgresClient({ connectionString: databaseUrl });
  // Told by the next query on it.
  connection.on('error', () => undefined);
  await connection.connect();
  try {
    const { rows } = await connection.query<{ held: boolean }>(
      'SELECT pg_try_advisory_lock($1, $2) AS held',
      [lockClass, lockKeys[lock]],
    );
    return rows[0]?.held === true ? await work(connection) : null;
  } finally {
    await connection.end().catch(() => undefined);
  }
}
