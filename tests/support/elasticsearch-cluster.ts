import { mkdtemp, readFile, rm, symlink, writeFile, chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createNode, type ElasticsearchNode, launcherHome } from './elasticsearch-node';
import { freePort } from './free-port';

/** Two nodes of one cluster. Only the first may be elected, so that the second can be stopped. */
export interface TwoNodes {
  readonly first: ElasticsearchNode;
  readonly second: ElasticsearchNode;
  /** Stops both and deletes their data. */
  remove(): Promise<void>;
}

const singleNode = 'discovery.type: single-node';

/** The launcher starts single nodes. Copies of it with that one line changed start nodes that find each other. */
export async function createTwoNodes(): Promise<TwoNodes> {
  const folder = await mkdtemp(path.join(tmpdir(), 'gafu-test-launchers-'));
  await chmod(folder, 0o755);
  const start = await readFile(path.join(launcherHome, 'start.sh'), 'utf8');
  if (!start.includes(singleNode)) throw new Error(`start.sh has no line "${singleNode}" to replace`);
  for (const shared of ['src', 'target', 'stop.sh'])
    await symlink(path.join(launcherHome, shared), path.join(folder, shared));
  const port = await freePort();
  const launch = async (name: string, settings: readonly string[]) => {
    const lines = [`discovery.seed_hosts: ["127.0.0.1:${port + 100}"]`, ...settings].join('\n');
    const script = path.join(folder, `start-${name}.sh`);
    await writeFile(
      script,
      start.replace(singleNode, lines).replace('node.name: test-1', `node.name: ${name}`),
      {
        mode: 0o755,
      },
    );
    return script;
  };
  const first = await createNode({
    startScript: await launch('one', ['cluster.initial_master_nodes: ["one"]']),
    port,
  });
  const second = await createNode({ startScript: await launch('two', ['node.roles: ["data"]']) });
  return {
    first,
    second,
    async remove() {
      await Promise.all([first.remove(), second.remove()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
