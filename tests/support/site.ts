import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ensureBuilt } from '@/cli/start/build';
import { type TestDatabase } from './database';
import { freePort } from './free-port';
import { peakResidentBytes, processTree } from './process-memory';
import { type Program, runProgram } from './program';

/** A running site: the server that users run, on a database and data folder of its own. */
export interface Site {
  /** `http://127.0.0.1:<port>`, without a slash. */
  readonly origin: string;
  /** What the server has logged so far: the lines that are JSON. */
  log(): readonly Readonly<Record<string, unknown>>[];
  /** Runs a command to its end. @returns what it wrote @throws Error when it ends with another code than 0 */
  gafu(...args: string[]): Promise<string>;
  /** Adds works of the sample collection, by file name without `.webp`, features and all. */
  addSamples(names: readonly string[]): Promise<void>;
  /** Peak memory in bytes of the server, and of its extraction processes together. */
  peakMemory(): { readonly server: number; readonly extraction: number };
}

export interface SiteOptions {
  /** Also runs a worker, which finds the features of works uploaded by curators. */
  readonly worker?: boolean;
  /** Whether VGG19 is installed first where its weights are at hand; yes when left out. */
  readonly installsVgg19?: boolean;
  /** Of the server, the worker and every command; asked for when they start. */
  readonly env?: Readonly<Record<string, string>> | (() => Readonly<Record<string, string>>);
}

const weightsFile = process.env.VGG19_WEIGHTS;

/** `describe` for tests that need the network: skipped, and said so, where there are no weights. */
export function describeWithNetwork(name: string, tests: () => void): void {
  if (weightsFile) return describe(name, tests);
  console.warn(`VGG19_WEIGHTS is not set: SKIPPED are the tests of ${name}.`);
  describe.skip(name, tests);
}

/**
 * Call it once inside the `describe` whose tests need a site, after `useTestDatabase()` at the top of the file:
 * builds the site if its sources have changed since the last build (half a minute), installs the network from
 * VGG19_WEIGHTS, and starts `next start` on a free port; everything ends after the tests. What the server writes
 * is shown when it does not start.
 */
export function useSite(
  postgres: TestDatabase,
  { worker = false, installsVgg19 = true, env = {} }: SiteOptions = {},
): Site {
  const running: Program[] = [];
  let origin = '';
  const start = (args: readonly string[], own: Readonly<Record<string, string>> = {}) =>
    runProgram(args, {
      NODE_ENV: 'production',
      LOG_LEVEL: 'warn',
      DATABASE_URL: postgres.url,
      GAFU_DATA_DIR: postgres.dataDir,
      ...(typeof env === 'function' ? env() : env),
      ...own,
    });
  const gafu = async (...args: string[]) => {
    const command = start(['cli/gafu.mjs', ...args]);
    const code = await command.end();
    if (code !== 0) throw new Error(`gafu ${args.join(' ')} ended with ${code}:\n${command.output()}`);
    return command.output();
  };

  beforeAll(async () => {
    await ensureBuilt(process.cwd(), new AbortController().signal);
    if (weightsFile && installsVgg19) await gafu('models', 'install');
    const port = String(await freePort());
    origin = `http://127.0.0.1:${port}`;
    const server = start(['node_modules/next/dist/bin/next', 'start', '-p', port, '-H', '127.0.0.1'], {
      PORT: port,
    });
    running.push(server);
    await server.until(/Ready in/);
    if (worker) {
      const jobs = start(['cli/gafu.mjs', 'worker'], { LOG_LEVEL: 'info' });
      running.push(jobs);
      await jobs.until(/The worker takes jobs/);
    }
  }, 300_000);

  afterAll(async () => {
    const [server] = running;
    if (server && server.child.exitCode !== null)
      console.error(`The server ended by itself, having written:\n${server.output()}`);
    await Promise.all(running.map((program) => program.end('SIGTERM')));
  }, 60_000);

  return {
    get origin() {
      return origin;
    },
    log: () =>
      (running[0]?.output() ?? '')
        .split('\n')
        .filter((line) => line.startsWith('{') && line.endsWith('}'))
        .map((line) => JSON.parse(line) as Record<string, unknown>),
    gafu,
    async addSamples(names) {
      const [header, ...rows] = (await readFile('samples/manifest.csv', 'utf8')).split('\n');
      const chosen = rows.filter((row) => names.some((name) => row.startsWith(`"${name}.webp"`)));
      if (chosen.length !== names.length)
        throw new Error(`Only ${chosen.length} of ${names.length} samples are there: ${names.join(', ')}`);
      const manifest = path.join(postgres.dataDir, 'some-samples.csv');
      await writeFile(manifest, [header, ...chosen, ''].join('\n'));
      await gafu('add', 'samples/works', '--manifest', manifest, '--json');
    },
    peakMemory() {
      const [own = 0, ...started] = processTree(running[0]?.child.pid ?? 0).map(peakResidentBytes);
      return { server: own, extraction: started.reduce((sum, bytes) => sum + bytes, 0) };
    },
  };
}
