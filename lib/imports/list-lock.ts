import { Client } from 'pg';
import { type Database, databaseUrl } from '@/lib/catalog/database';
import { findLastImportRun, type ImportRun, type ListedWorks } from '@/lib/catalog/import-runs.repository';
import { log } from '@/lib/platform/log';
import { Problem } from '@/lib/platform/problem';

/** First half of the advisory locks' keys: "gaim" in ASCII. */
const lockClass = 0x6761696d;

/** What is hashed to the second half. */
const nameOf = ({ source, request }: ListedWorks) => `${source} ${request}`;

/**
 * Keeps a list from being imported twice at a time, on whatever machines. Postgres lets go of the lock the moment this
 * process is gone, so a list whose lock can be had is in nobody's hands.
 *
 * @returns what lets go of it
 * @throws Problem `conflict` if another process imports the list
 */
export async function lockList(db: Database, list: ListedWorks): Promise<() => Promise<void>> {
  const client = new Client({ connectionString: await databaseUrl() });
  client.on('error', (error) => log.warn({ reason: error.message }, 'The lock of an import was lost'));
  await client.connect();
  const { rows } = await client.query<{ free: boolean }>(
    'SELECT pg_try_advisory_lock($1, hashtext($2)) AS free',
    [lockClass, nameOf(list)],
  );
  if (rows[0]?.free === true) return () => client.end();
  await client.end();
  const process = (await findLastImportRun(db, list))?.holder?.split('-')[0];
  throw new Problem(
    'conflict',
    `This list of ${list.source} is being imported by process ${process ?? 'unknown'} already. Wait until it is done, or end it.`,
  );
}

/** Of these runs those that a process works on now. */
export async function findRunsInHand(db: Database, runs: readonly ImportRun[]): Promise<ReadonlySet<string>> {
  const running = runs.filter(({ state }) => state === 'running');
  if (running.length === 0) return new Set();
  const names = running.map(nameOf);
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT name FROM unnest(${names}::text[]) AS name JOIN pg_locks
      ON locktype = 'advisory' AND classid::bigint = ${lockClass} AND granted
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
        AND objid::bigint = (hashtext(name)::bigint & 4294967295)`;
  const held = new Set(rows.map(({ name }) => name));
  return new Set(running.flatMap((run) => (held.has(nameOf(run)) ? run.id : [])));
}
