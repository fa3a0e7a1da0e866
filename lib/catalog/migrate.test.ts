import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { migrate, readMigrations, type Migration } from './migrate';
import { createTestDatabase, dropTestDatabase, testServerUrl } from '@/tests/support/test-server';

let serverUrl: string;
let url: string;
let client: Client;

beforeAll(async () => {
  serverUrl = await testServerUrl();
  url = await createTestDatabase(serverUrl);
  client = new Client({ connectionString: url });
  await client.connect();
});
beforeEach(async () => {
  await client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
});
afterAll(async () => {
  await client.end();
  await dropTestDatabase(serverUrl, url);
});

const names = readMigrations().map(({ name }) => name);

test('an empty database gets every migration, and a second run none', async () => {
  expect(await migrate(url)).toEqual(names);
  expect(await migrate(url)).toEqual([]);
});

test('of many processes at once exactly one applies each migration', async () => {
  const applied = await Promise.all(Array.from({ length: 6 }, () => migrate(url)));
  expect(applied.flat()).toEqual(names);
});

test('its rows are those that Prisma writes', async () => {
  await migrate(url);
  const { rows } = await client.query('SELECT * FROM _prisma_migrations ORDER BY migration_name');
  expect(rows).toHaveLength(names.length);
  for (const [index, row] of rows.entries()) {
    expect(row).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      checksum: readMigrations()[index]?.checksum,
      migration_name: names[index],
      started_at: expect.any(Date),
      finished_at: expect.any(Date),
      rolled_back_at: null,
      logs: null,
      applied_steps_count: 1,
    });
  }
});

test('a checksum is the SHA-256 of the file', () => {
  for (const { name, checksum } of readMigrations()) {
    const bytes = readFileSync(`prisma/migrations/${name}/migration.sql`);
    expect([name, checksum]).toEqual([name, createHash('sha256').update(bytes).digest('hex')]);
  }
});

const broken: Migration = {
  name: '29990101000000_broken',
  sql: 'CREATE TABLE half (a int); SELECT 1 / 0',
  checksum: 'x',
};

test('a migration that fails leaves nothing behind', async () => {
  await expect(migrate(url, [...readMigrations(), broken])).rejects.toThrow(
    /29990101000000_broken failed and was undone: division by zero/,
  );
  const { rows } = await client.query(
    "SELECT to_regclass('half') AS half, to_regclass('artworks')::text AS artworks",
  );
  expect(rows[0]).toEqual({ half: null, artworks: 'artworks' });
});

test('an applied migration that was edited since is refused', async () => {
  await migrate(url);
  const edited = readMigrations().map((migration) => ({ ...migration, checksum: 'f'.repeat(64) }));
  await expect(migrate(url, edited)).rejects.toMatchObject({
    kind: 'conflict',
    message: expect.stringContaining('another form'),
  });
});
