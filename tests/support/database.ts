import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { closeDatabase, database, type Database } from '@/lib/catalog/database';
import { forgetSingleton } from '@/lib/platform/process-singleton';
import { keepSamples, sampleTemplate } from './sample-template';
import { createTestDatabase, dropTestDatabase, testServerUrl } from './test-server';
import { testNetwork } from './test-network';

/** Filled before the first test of the file runs; reading earlier throws. */
export interface TestDatabase {
  readonly db: Database;
  readonly url: string;
  /** A new data folder, removed afterwards: GAFU_DATA_DIR. */
  readonly dataDir: string;
}

export interface TestDatabaseOptions {
  /**
   * Works of the sample collection that it holds, embedded and ready: names of files in `samples/works` without
   * `.webp`, or all 144. They are embedded once and copied, which takes about a second.
   */
  readonly samples?: readonly string[] | 'all';
  /** What they are embedded by; left out: {@link testNetwork}'s. */
  readonly recipe?: 'default' | 'lite';
}

/**
 * Call it once at the top of a test file: its tests get a real, migrated Postgres database of their own and a
 * data folder, both empty but for the samples that are asked for. `database()` and `settings()` in the code under test find both, and child processes too.
 */
export function useTestDatabase({
  samples = [],
  recipe = testNetwork.recipe,
}: TestDatabaseOptions = {}): TestDatabase {
  let opened: TestDatabase | null = null;
  let serverUrl = '';

  beforeAll(async () => {
    serverUrl = await testServerUrl();
    const template = samples.length === 0 ? null : await sampleTemplate(serverUrl, recipe);
    const url = await createTestDatabase(serverUrl, template?.database);
    const dataDir = await mkdtemp(path.join(tmpdir(), 'gafu-test-data-'));
    if (template !== null) await cp(template.dataDir, dataDir, { recursive: true });
    Object.assign(process.env, { DATABASE_URL: url, GAFU_DATA_DIR: dataDir });
    forgetSingleton('settings');
    opened = { url, dataDir, db: await database() };
    if (samples.length > 0 && samples !== 'all') await keepSamples(opened.db, samples);
  }, 900_000);

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
