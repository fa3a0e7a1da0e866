import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { migrate, readMigrations } from '@/lib/catalog/migrate';
import { openEmbeddedPostgres } from '@/lib/catalog/postgres/embedded';
import { isPidInUse, processIdentity } from '@/lib/platform/process-identity';

/** Tests may lose their databases with the machine, so nothing waits for the disk. */
const flags = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=300'].flatMap(
  (flag) => ['-c', flag],
);

/** Where the tests' server lives: one for each checkout, shared by all test runs in it. Also told to global-teardown.mjs. */
export function testServerFolder(): string {
  const checkout = createHash('sha256').update(process.cwd()).digest('hex').slice(0, 8);
  return path.join(tmpdir(), `gafu-tests-${process.getuid?.() ?? 0}-${checkout}`);
}

/** The test run (Jest's main process) that this process belongs to. */
export function testRun(): string {
  return process.env.GAFU_TEST_RUN ?? processIdentity();
}

/** TEST_DATABASE_URL, whose user must be allowed to create databases; else the shared embedded server. */
export async function testServerUrl(): Promise<string> {
  const given = process.env.TEST_DATABASE_URL;
  if (given !== undefined && given !== '') return given;
  return (await openEmbeddedPostgres(testServerFolder(), { flags, user: testRun() })).url;
}

/**
 * A new database, copied from a template.
 * @param template left out: an empty database at the last migration, which is migrated once
 */
export async function createTestDatabase(serverUrl: string, template?: string): Promise<string> {
  return await withClient(serverUrl, async (admin) => {
    const source = template ?? (await migratedTemplate(admin, serverUrl));
    const name = `gafu_test_${Number.parseInt(testRun(), 10)}_${createHash('sha256').update(`${process.hrtime.bigint()}${process.pid}`).digest('hex').slice(0, 12)}`;
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${source}`);
    return withDatabase(serverUrl, name);
  });
}

export async function dropTestDatabase(serverUrl: string, url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  await withClient(serverUrl, (admin) => admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
}

/** The name of an empty database at the last migration, made when it is not there. */
export async function migratedTemplate(admin: Client, serverUrl: string): Promise<string> {
  const digest = createHash('sha256');
  for (const { checksum } of readMigrations()) digest.update(checksum);
  const template = `gafu_template_${digest.digest('hex').slice(0, 12)}`;
  await admin.query("SELECT pg_advisory_lock(hashtext('gafu_template'))");
  const { rows } = await admin.query<{ name: string }>(
    "SELECT datname AS name FROM pg_database WHERE datname LIKE 'gafu\\_t%'",
  );
  const names = rows.map(({ name }) => name);
  if (!names.includes(template)) {
    const making = `${template}_making`;
    await admin.query(`DROP DATABASE IF EXISTS ${making}`);
    await admin.query(`CREATE DATABASE ${making}`);
    await migrate(withDatabase(serverUrl, making));
    await admin.query(`ALTER DATABASE ${making} RENAME TO ${template}`);
  }
  // Databases of runs that were killed.
  const left = names.filter(
    (name) => name.startsWith('gafu_test_') && !isPidInUse(Number(name.split('_')[2])),
  );
  for (const name of left) await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await admin.query("SELECT pg_advisory_unlock(hashtext('gafu_template'))");
  return template;
}

export function withDatabase(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
