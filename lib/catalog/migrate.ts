import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { Problem } from '@/lib/platform/problem';

export interface Migration {
  /** The folder's name, in order of application: `20261123120000_catalogue`. */
  readonly name: string;
  readonly sql: string;
  /** SHA-256 hex of the file's bytes, as Prisma computes it. */
  readonly checksum: string;
}

/** Any number, the same in every process: the process that holds this advisory lock migrates. */
const advisoryLock = 7_265_421;

/** Makes the table that lists the migrations that were applied, unless it is there. */
export const createMigrationsTable = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id varchar(36) PRIMARY KEY,
  checksum varchar(64) NOT NULL,
  finished_at timestamptz,
  migration_name varchar(255) NOT NULL,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz NOT NULL DEFAULT now(),
  applied_steps_count integer NOT NULL DEFAULT 0
)`;

export function readMigrations(
  folder = path.join(/*turbopackIgnore: true*/ process.cwd(), 'prisma', 'migrations'),
): Migration[] {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return names
    .map(({ name }) => {
      const bytes = readFileSync(path.join(folder, name, 'migration.sql'));
      return {
        name,
        sql: bytes.toString('utf8'),
        checksum: createHash('sha256').update(bytes).digest('hex'),
      };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Brings the database to the last migration, in the table that `prisma migrate deploy` keeps, so that either can go
 * on where the other stopped. Several processes may call it at once: one migrates, the others wait.
 * @returns the names of those applied now
 * @throws Problem `conflict` when an applied migration is not the one in this checkout, or one failed halfway
 */
export async function migrate(
  url: string,
  migrations: readonly Migration[] = readMigrations(),
): Promise<string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await lockMigrations(client);
    await client.query(createMigrationsTable);
    const applied = await appliedChecksums(client);
    const pending = migrations.filter(({ name, checksum }) => {
      const before = applied.get(name);
      if (before !== undefined && before !== checksum) throw changedMigration(name);
      return before === undefined;
    });
    for (const migration of pending) await inOwnTransaction(client, migration);
    return pending.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

async function appliedChecksums(client: Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ migration_name: string; checksum: string; finished_at: Date | null }>(
    'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  );
  const unfinished = rows.find((row) => row.finished_at === null);
  if (unfinished !== undefined) {
    const advice = 'See https://pris.ly/d/migrate-resolve for how to fix it.';
    throw new Problem(
      'conflict',
      `Migration ${unfinished.migration_name} was begun by Prisma and did not end. ${advice}`,
    );
  }
  return new Map(rows.map((row) => [row.migration_name, row.checksum]));
}

/** Unlike Prisma, in one transaction with its row: a migration that fails leaves nothing behind. */
async function inOwnTransaction(client: Client, migration: Migration): Promise<void> {
  await client.query('BEGIN');
  try {
    await applyMigration(client, migration);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw new Error(`Migration ${migration.name} failed and was undone: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

/** Nobody else migrates until this connection ends. */
export async function lockMigrations(client: Client): Promise<void> {
  await client.query('SELECT pg_advisory_lock($1)', [advisoryLock]);
}

/**
 * Runs a migration and lists it, in the transaction that is open.
 * @param times when it was applied, if that was on another database; else now
 */
export async function applyMigration(
  client: Client,
  { name, sql, checksum }: Migration,
  times: { readonly startedAt: string; readonly finishedAt: string } | null = null,
): Promise<void> {
  await client.query(sql);
  await client.query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     VALUES ($1, $2, $3, coalesce($4::timestamptz, now()), coalesce($5::timestamptz, clock_timestamp()), 1)`,
    [randomUUID(), checksum, name, times?.startedAt ?? null, times?.finishedAt ?? null],
  );
}

function changedMigration(name: string): Problem {
  const cause = 'it was applied to this database in another form than this checkout has';
  return new Problem(
    'conflict',
    `Migration ${name} does not fit: ${cause}. Migrations must not be edited; add a new one.`,
  );
}
