import { chmod, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { isPidInUse } from '@/lib/platform/process-identity';
import { testWith } from '@/tests/support/prerequisites';
import { runProgram, type Program } from '@/tests/support/program';
import { openEmbeddedPostgres, type EmbeddedPostgres } from './embedded';

let dataDir: string;
let programs: Program[];

// One data folder for all, since initialising it is what takes long; every test leaves its server stopped.
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'gafu-embedded-'));
  await chmod(dataDir, 0o755);
});
beforeEach(() => {
  programs = [];
});
afterEach(async () => {
  await Promise.all(programs.map((program) => program.end('SIGKILL')));
  // Whatever a failed test has left running is taken over and stopped.
  await (await openEmbeddedPostgres(dataDir)).close();
}, 60_000);
afterAll(() => rm(dataDir, { recursive: true, force: true }));

function use(): Program {
  const program = runProgram(['--import', 'tsx', 'tests/support/use-postgres.ts', dataDir]);
  programs.push(program);
  return program;
}

async function opened(program: Program): Promise<EmbeddedPostgres> {
  return JSON.parse((await program.until(/OPEN (.*)\n/))[1] ?? '') as EmbeddedPostgres;
}

async function leave(program: Program): Promise<void> {
  program.child.stdin?.end();
  await program.until(/CLOSED/);
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as unknown[];
  } finally {
    await client.end();
  }
}

test('of several processes that start at once one starts the server, and the last to leave stops it', async () => {
  const users = [use(), use(), use()];
  const servers = await Promise.all(users.map(opened));
  expect(new Set(servers.map(({ pid }) => pid)).size).toBe(1);
  expect(servers.map(({ origin }) => origin).sort()).toEqual(['reused', 'reused', 'started']);
  const [first, second, last] = users as [Program, Program, Program];
  await Promise.all([leave(first), leave(second)]);
  const url = servers[0]?.url ?? '';
  expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await leave(last);
  expect(isPidInUse(servers[0]?.pid ?? 0)).toBe(false);
}, 60_000);

test('the live server of a killed process is found, with all that was committed', async () => {
  const killed = use();
  const before = await opened(killed);
  await query(before.url, "CREATE TABLE kept AS SELECT 'after a killed user' AS word");
  await killed.end('SIGKILL');
  const after = await openEmbeddedPostgres(dataDir);
  expect(after).toMatchObject({ pid: before.pid, origin: 'reused' });
  expect(await query(after.url, 'SELECT * FROM kept')).toEqual([{ word: 'after a killed user' }]);
  await after.close();
  expect(isPidInUse(before.pid)).toBe(false);
}, 60_000);

test('a server that was killed itself is started again, on the same port', async () => {
  const first = await openEmbeddedPostgres(dataDir);
  await query(first.url, "CREATE TABLE kept_too AS SELECT 'after a killed server' AS word");
  process.kill(first.pid, 'SIGKILL');
  const second = await openEmbeddedPostgres(dataDir);
  expect(second.origin).toBe('started');
  expect(second.url).toBe(first.url);
  expect(await query(second.url, 'SELECT * FROM kept_too')).toEqual([{ word: 'after a killed server' }]);
  await second.close();
}, 60_000);

test('its password is readable by its owner alone', async () => {
  const server = await openEmbeddedPostgres(dataDir);
  const { mode } = await stat(path.join(server.folder, 'password'));
  expect(mode & 0o777).toBe(0o600);
  await expect(query(server.url.replace(/:[^:@]+@/, ':wrong@'), 'SELECT 1')).rejects.toThrow(
    /password authentication failed/,
  );
  await server.close();
}, 60_000);

testWith(
  ['root'],
  "a data folder that the server's user cannot enter is left for one under /var/lib",
  async () => {
    const home = await mkdtemp(path.join(tmpdir(), 'gafu-private-'));
    const server = await openEmbeddedPostgres(path.join(home, 'data'));
    expect(server.folder).toMatch(/^\/var\/lib\/gafu\/[0-9a-f]{12}\/postgres$/);
    expect(await query(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await server.close();
    await rm(path.dirname(server.folder), { recursive: true });
    await rm(home, { recursive: true });
  },
  60_000,
);
