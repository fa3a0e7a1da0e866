import { mkdtemp, readFile, rm, symlink, writeFile, chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createNode, type ElasticsearchNode, launcherHome } from './elasticsearch-node';
import { freePort } from './free-port';

/** Two nodes of one cluster. Only the first may be elected, so that the second can be stopped. */
export interface TwoNodes {
  readonly first: ElasticsearchNode;
  readonly second: ElasticsearchNode;
  /** Ends both and removes their data. */
  remove(): Promise<void>;
}

const alone = 'discovery.type: single-node';

/** The launcher starts nodes that stand alone: copies of it, changed in that one line, start nodes that find each other. */
export async function createTwoNodes(): Promise<TwoNodes> {
  const folder = await mkdtemp(path.join(tmpdir(), 'gafu-test-launchers-'));
  await chmod(folder, 0o755);
  const start = await readFile(path.join(launcherHome, 'start.sh'), 'utf8');
  if (!start.includes(alone)) throw new Error(`start.sh has no line "${alone}" that could be changed`);
  for (const shared of ['src', 'target', 'stop.sh'])
    await symlink(path.join(launcherHome, shared), path.join(folder, shared));
  const port = await freePort();
  const launch = async (name: string, settings: readonly string[]) => {
    const lines = [`discovery.seed_hosts: ["127.0.0.1:${port + 100}"]`, ...settings].join('\n');
    const script = path.join(folder, `start-${name}.sh`);
    await writeFile(script, start.replace(alone, lines).replace('node.name: test-1', `node.name: ${name}`), {
      mode: 0o755,
    });
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
