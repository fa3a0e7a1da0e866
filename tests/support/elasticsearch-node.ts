import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { freePort } from './free-port';
import { describeWith } from './prerequisites';

/** A folder with `start.sh DATA_DIR` and `stop.sh DATA_DIR`, which run one node: exported by .ci/run. */
export const launcherHome = process.env.TEST_ELASTICSEARCH_HOME ?? '';

/** `describe` for tests that stop Elasticsearch and so need a node to themselves; skipped with a warning without one. */
export function describeWithOwnNode(name: string, tests: () => void): void {
  describeWith(['elasticsearchNode'], name, tests);
}

/** A node that a test can stop and start again, with the same port and data. */
export interface ElasticsearchNode {
  readonly url: string;
  start(): Promise<void>;
  /** Asks its process to end, and waits until it has. */
  stop(): Promise<void>;
  /** Kills its process, as if the machine had failed. */
  kill(): Promise<void>;
  /** Stops it and deletes its data. */
  remove(): Promise<void>;
}

const run = promisify(execFile);

interface NodeOptions {
  /** Used instead of the launcher's own; must be beside its `target` and `src`. */
  readonly startScript?: string;
  readonly port?: number;
}

export async function createNode(options: NodeOptions = {}): Promise<ElasticsearchNode> {
  const { startScript = path.join(launcherHome, 'start.sh') } = options;
  const folder = await mkdtemp(path.join(tmpdir(), 'gafu-test-elasticsearch-'));
  // As root, the launcher runs the node as another user.
  await chmod(folder, 0o755);
  const data = path.join(folder, 'node');
  const port = String(options.port ?? (await freePort()));
  const env = { ...process.env, ES_HTTP_PORT: port, ES_HEAP: '512m' };
  const stop = () => run(path.join(launcherHome, 'stop.sh'), [data], { env });
  return {
    url: `http://127.0.0.1:${port}`,
    start: async () => void (await run(startScript, [data], { env })),
    stop: async () => void (await stop()),
    async kill() {
      process.kill(Number(await readFile(path.join(data, 'es.pid'), 'utf8')), 'SIGKILL');
      await stop().catch(() => undefined);
    },
    async remove() {
      await stop().catch(() => undefined);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
