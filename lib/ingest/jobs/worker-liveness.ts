import { Client } from 'pg';
import { type Database } from '@/lib/catalog/database';
import { log } from '@/lib/platform/log';

/** First half of the advisory locks' keys: "gafu" in ASCII. */
const lockClass = 0x67616675;

/** How many worker processes on the database take jobs now, on all machines. */
export async function countLiveWorkers(db: Database): Promise<number> {
  // Shared locks are the workers' own; whoever looks for dead ones tries an exclusive one for a moment.
  const [row] = await db.$queryRaw<{ workers: number }[]>`
    SELECT count(DISTINCT pid)::integer AS workers FROM pg_locks
    WHERE locktype = 'advisory' AND classid::bigint = ${lockClass} AND mode = 'ShareLock' AND granted
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
  return row?.workers ?? 0;
}

/**
 * Says to everyone that this process's workers live, and frees the jobs of those that do not. graphile-worker
 * leaves a killed worker's jobs locked for four hours. Here each worker holds an advisory lock under its own name
 * while it lives; Postgres lets go of it the moment the process is gone, and a job whose worker's lock can be had
 * is free to be done by another. A live worker that lost its connection may so have its job done twice, which
 * jobs allow for.
 */
export class WorkerLiveness {
  private readonly workerIds = new Set<string>();
  private client: Client | null = null;

  constructor(private readonly databaseUrl: string) {}

  /** Takes the lock of a worker of this process; before it takes a job. */
  async announce(workerId: string): Promise<void> {
    this.workerIds.add(workerId);
    await (
      await this.connected()
    ).query('SELECT pg_advisory_lock_shared($1, hashtext($2))', [lockClass, workerId]);
  }

  /** Frees the jobs of dead workers. @returns the names of those workers */
  async releaseDead(): Promise<string[]> {
    const client = await this.connected();
    const { rows } = await client.query<{ locked_by: string }>(
      'SELECT DISTINCT locked_by FROM graphile_worker.jobs WHERE locked_by IS NOT NULL',
    );
    const dead: string[] = [];
    for (const { locked_by: workerId } of rows) {
      if (this.workerIds.has(workerId)) continue;
      const { rows: answers } = await client.query<{ free: boolean }>(
        'SELECT pg_try_advisory_lock($1, hashtext($2)) AS free',
        [lockClass, workerId],
      );
      if (answers[0]?.free !== true) continue;
      dead.push(workerId);
      await client.query('SELECT graphile_worker.force_unlock_workers(ARRAY[$1])', [workerId]);
      await client.query('SELECT pg_advisory_unlock($1, hashtext($2))', [lockClass, workerId]);
    }
    if (dead.length > 0) log.warn({ workers: dead }, 'Took up the jobs of workers that died');
    return dead;
  }

  async close(): Promise<void> {
    const { client } = this;
    this.client = null;
    await client?.end();
  }

  private async connected(): Promise<Client> {
    if (this.client !== null) return this.client;
    const client = new Client({ connectionString: this.databaseUrl });
    client.on('error', (error) => {
      log.warn({ reason: error.message }, 'The worker lost its connection to Postgres and connects again');
      if (this.client === client) this.client = null;
    });
    await client.connect();
    this.client = client;
    for (const workerId of this.workerIds) {
      await client.query('SELECT pg_advisory_lock_shared($1, hashtext($2))', [lockClass, workerId]);
    }
    return client;
  }
}
