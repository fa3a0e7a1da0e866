import { type Client, escapeIdentifier } from 'pg';
import {
  applyMigration,
  createMigrationsTable,
  lockMigrations,
  type Migration,
  readMigrations,
} from '@/lib/catalog/migrate';
import { Problem } from '@/lib/platform/problem';
import { tablesInDatabase, tablesOfMigrations } from './database-tables';
import { type BackupHeader } from './header';

/** @throws Problem `conflict` when the backup's schema is not one that this Gafu has had */
export function checkMigrations({ migrations, gafu }: BackupHeader): void {
  const known = new Map(readMigrations().map(({ name, checksum }) => [name, checksum]));
  for (const { name, checksum } of migrations) {
    if (!known.has(name))
      throw new Problem(
        'conflict',
        `The backup was made by a newer Gafu (${gafu}): its database has the migration ${name}, which this one does not know. Update Gafu, then restore. Nothing was changed.`,
      );
    if (known.get(name) !== checksum)
      throw new Problem(
        'conflict',
        `The backup's migration ${name} is not the one in this Gafu. Restore with the version that made it (${gafu}). Nothing was changed.`,
      );
  }
}

/**
 * Removes all tables of Gafu, in the transaction that is open, and makes those that the backup was made of.
 * @throws Problem `conflict` when somebody else's tables are there
 */
export async function rebuildSchema(client: Client, { migrations }: BackupHeader): Promise<void> {
  await lockMigrations(client);
  const ours = tablesOfMigrations();
  const tables = await tablesInDatabase(client);
  const others = tables.filter((name) => !ours.has(name));
  if (others.length > 0)
    throw new Problem(
      'conflict',
      `The database also holds tables that are not Gafu's (${others.join(', ')}). Restore into a database of its own. Nothing was changed.`,
    );
  await client.query(
    `DROP TABLE IF EXISTS ${tables.map((name) => escapeIdentifier(name)).join(', ')} CASCADE`,
  );
  await dropTypesAndFunctions(client);
  // Jobs of works that are gone; those of restored works are added again.
  const { rows } = await client.query<{ exist: boolean }>(
    `SELECT to_regclass('graphile_worker._private_jobs') IS NOT NULL AS exist`,
  );
  if (rows[0]?.exist === true) await client.query('DELETE FROM graphile_worker._private_jobs');
  await client.query(createMigrationsTable);
  const known = readMigrations();
  for (const { name, ...times } of migrations) {
    const migration = known.find((one) => one.name === name);
    if (migration !== undefined) await applyMigration(client, migration, times);
  }
  // Rows that migrations made are in the backup, too.
  const made = (await tablesInDatabase(client)).filter((name) => name !== '_prisma_migrations');
  await client.query(`TRUNCATE ${made.map((name) => escapeIdentifier(name)).join(', ')}`);
}

/** Applies the migrations that came after the backup. @returns their names */
export async function migrateOn(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    'SELECT migration_name AS name FROM _prisma_migrations',
  );
  const applied = new Set(rows.map(({ name }) => name));
  const pending: Migration[] = readMigrations().filter(({ name }) => !applied.has(name));
  for (const migration of pending) await applyMigration(client, migration);
  return pending.map(({ name }) => name);
}

/** All in the schema but what belongs to an extension or is left of a table. */
async function dropTypesAndFunctions(client: Client): Promise<void> {
  const { rows } = await client.query<{ kind: string; name: string }>(
    `SELECT 'ROUTINE' AS kind, oid::regprocedure::text AS name FROM pg_proc
     WHERE pronamespace = current_schema()::regnamespace AND proname LIKE 'gafu\\_%'
     UNION ALL
     SELECT 'TYPE', oid::regtype::text FROM pg_type
     WHERE typnamespace = current_schema()::regnamespace AND typtype = 'e'
       AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_type.oid AND deptype = 'e')`,
  );
  for (const { kind, name } of rows) await client.query(`DROP ${kind} IF EXISTS ${name} CASCADE`);
}
