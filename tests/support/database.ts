import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { closeDatabase, database, type Database } from '@/lib/catalog/database';
import { forgetSingleton } from '@/lib/platform/memo';
import { createTestDatabase, dropTestDatabase, testServerUrl } from './test-server';

/** Filled before the first test of the file runs; reading earlier throws. */
export interface TestDatabase {
  readonly db: Database;
  readonly url: string;
  /** A new data folder, removed afterwards: GAFU_DATA_DIR. */
  readonly dataDir: string;
}

/**
 * Call it once at the top of a test file: its tests get a real, migrated, empty Postgres database of their own and
 * an empty data folder. `database()` and `settings()` in the code under test find both, and child processes too.
 */
export function useTestDatabase(): TestDatabase {
  let opened: TestDatabase | null = null;
  let serverUrl = '';

  beforeAll(async () => {
    serverUrl = await testServerUrl();
    const url = await createTestDatabase(serverUrl);
    const dataDir = await mkdtemp(path.join(tmpdir(), 'gafu-test-data-'));
    Object.assign(process.env, { DATABASE_URL: url, GAFU_DATA_DIR: dataDir });
    forgetSingleton('settings');
    opened = { url, dataDir, db: await database() };
  }, 60_000);

  afterAll(async () => {
    await closeDatabase();
    if (opened === null) return;
    await dropTestDatabase(serverUrl, opened.url);
    await rm(opened.dataDir, { recursive: true, force: true });
  });

  const field = <Name extends keyof TestDatabase>(name: Name): TestDatabase[Name] => {
    if (opened === null)
      throw new Error(`The test database is not open yet: read ${name} inside a test or a hook.`);
    return opened[name];
  };
  return {
    get db() {
      return field('db');
    },
    get url() {
      return field('url');
    },
    get dataDir() {
      return field('dataDir');
    },
  };
}
