import { existsSync } from 'node:fs';
import path from 'node:path';
import { tsImport } from 'tsx/esm/api';

/** Leaves the tests' Postgres, if this run used it: the last run to leave stops the server. */
export default async function globalTeardown() {
  const run = process.env.GAFU_TEST_RUN ?? '';
  const { testServerFolder } = await tsImport('./test-server.ts', import.meta.url);
  if (!existsSync(path.join(testServerFolder(), 'postgres', 'users', run))) return;
  const { leaveEmbeddedPostgres } = await tsImport('../../lib/catalog/postgres/embedded.ts', import.meta.url);
  await leaveEmbeddedPostgres(testServerFolder(), run);
}
