import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Client } from 'pg';
import { tablesToBackUp } from '@/lib/backup/database-tables';
import { runProgram } from '../support/program';
import { createTestDatabase, dropTestDatabase, testServerUrl, withClient } from '../support/test-server';

/** Where a site keeps what it has: the environment of its commands. */
export interface Place {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Empty: the embedded Postgres on the place's folder. */
  readonly url: string;
  readonly dataDir: string;
}

/** Call it inside a `describe`: an empty site, removed afterwards. */
export function usePlace(
  options: { readonly embedded?: boolean; readonly env?: Readonly<Record<string, string>> } = {},
): Place {
  let url = '';
  let dataDir = '';
  let serverUrl = '';
  beforeAll(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), 'gafu-test-place-'));
    if (options.embedded) return;
    serverUrl = await testServerUrl();
    url = await createTestDatabase(serverUrl);
  });
  afterAll(async () => {
    if (url !== '') await dropTestDatabase(serverUrl, url);
    await rm(dataDir, { recursive: true, force: true });
  });
  return {
    get env() {
      return {
        ...options.env,
        DATABASE_URL: url === '' ? undefined : url,
        GAFU_DATA_DIR: dataDir,
        LOG_LEVEL: 'warn',
      };
    },
    get url() {
      return url;
    },
    get dataDir() {
      return dataDir;
    },
  };
}

/** Runs a command at a place. @returns how it ended, and what it wrote */
export async function gafuAt(
  { env }: Pick<Place, 'env'>,
  ...args: string[]
): Promise<{ code: number | string; output: string }> {
  const command = runProgram(['cli/gafu.mjs', ...args], { ...env });
  const code = await command.end();
  return { code, output: command.output() };
}

/**
 * All rows that make a site, as text, by table: two sites with the same rows are the same site. When it was backed up or
 * restored is left out.
 * @param only these tables; left out: all that a backup holds
 */
export async function rowsOf(url: string, only?: readonly string[]): Promise<Record<string, string[]>> {
  return withClient(url, async (client) => {
    const tables = only ?? (await tablesToBackUp(client)).map(({ name }) => name);
    const rows: Record<string, string[]> = {};
    for (const table of tables) rows[table] = await rowsOfTable(client, table);
    return rows;
  });
}

async function rowsOfTable(client: Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ row: string }>(
    `SELECT (to_jsonb(${table}) - 'changed_xid')::text AS row FROM ${table}
     ${table === 'changes' ? `WHERE action NOT IN ('backup', 'restore')` : ''} ORDER BY 1`,
  );
  return rows.map(({ row }) => row);
}
