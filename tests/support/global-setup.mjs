import { tsImport } from 'tsx/esm/api';

/** Names this test run, so that its worker processes count as one user of the tests' Postgres. */
export default async function globalSetup() {
  const { processIdentity } = await tsImport('../../lib/platform/process-identity.ts', import.meta.url);
  process.env.GAFU_TEST_RUN = processIdentity();
  process.env.LOG_LEVEL ??= 'error';
  // Without weights tests search by the compact network, also where an earlier run or start has installed VGG19.
  if (!process.env.VGG19_WEIGHTS) process.env.GAFU_RECIPE ??= 'lite';
  // The code under test searches in memory, as on one machine, except where a test asks for Elasticsearch itself.
  process.env.TEST_ELASTICSEARCH_URL ??= process.env.ELASTICSEARCH_URL ?? '';
  delete process.env.ELASTICSEARCH_URL;
}
