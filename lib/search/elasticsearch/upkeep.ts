import { type Client } from '@elastic/elasticsearch';
import { Client as PostgresClient } from 'pg';
import { type Database } from '@/lib/catalog/database';
import { type IndexShape } from './shape';

/** What whoever keeps the index up works with. */
export interface Upkeep {
  readonly client: Client;
  readonly db: Database;
  readonly databaseUrl: string;
  readonly shape: IndexShape;
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
