import { ensureBuilt } from '@/cli/start/build';
import { type TestDatabase } from './database';
import { freePort } from './free-port';
import { peakResidentBytes, processTree } from './process-memory';
import { type Program, runProgram } from './program';
import { installTestNetwork } from './test-network';

/** A running site: the server that users run, on a database and data folder of its own. */
export interface Site {
  /** `http://127.0.0.1:<port>`, without a slash. */
  readonly origin: string;
  /** What the server has logged so far: the lines that are JSON. */
  log(): readonly Readonly<Record<string, unknown>>[];
  /** Kills the server as a power cut would, and starts it again at the same address. */
  restart(): Promise<void>;
  /** Runs a command to its end. @returns what it wrote @throws Error when it ends with another code than 0 */
  gafu(...args: string[]): Promise<string>;
  /** Pids of the processes in which the server embeds pictures, once it has embedded one (Linux). */
  extractionProcesses(): readonly number[];
  /** Peak memory in bytes of the server, and of its extraction processes together. */
  peakMemory(): { readonly server: number; readonly extraction: number };
}

export interface SiteOptions {
  /** Also runs a worker, which finds the features of works uploaded by curators. */
  readonly worker?: boolean;
  /** The address that the server listens on; 127.0.0.1 when left out. */
  readonly host?: string;
  /** Of the server, the worker and every command; asked for when they start. */
  readonly env?: Readonly<Record<string, string>> | (() => Readonly<Record<string, string>>);
}

/**
 * Call it once inside the `describe` whose tests need a site, after `useTestDatabase()` at the top of the file. This
 * is how a suite gets a site with works that can be searched, within two seconds:
 *
 *     const postgres = useTestDatabase({ samples: ['cubist-sea', 'ukiyo-e-cat'] }); // or 'all'
 *     describe('a visitor', () => {
 *       const site = useSite(postgres);
 *
 * It builds the site if its sources have changed since the last build (half a minute), installs VGG19 where
 * VGG19_WEIGHTS names it (once for all suites; else the site searches by the compact network, see `testNetwork`), and
 * starts `gafu serve` on a free port. Everything ends after the tests. What the server writes is shown when it does not
 * start.
 */
export function useSite(
  postgres: Pick<TestDatabase, 'url' | 'dataDir'>,
  { worker = false, host = '127.0.0.1', env = {} }: SiteOptions = {},
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

  const startServer = async (port: string) => {
    const server = start(['cli/gafu.mjs', 'serve'], { HOST: host, PORT: port });
    running[0] = server;
    await server.until(/The site is served/);
    // As `gafu start` and a container's health check do: Next.js runs instrumentation.ts at the first request.
    await fetch(`${origin}/api/health`);
  };

  beforeAll(async () => {
    await ensureBuilt(process.cwd(), new AbortController().signal);
    await installTestNetwork();
    const port = String(await freePort());
    origin = `http://${host.includes(':') ? `[${host}]` : host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`;
    await startServer(port);
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
    async restart() {
      await running[0]?.end('SIGKILL');
      await startServer(new URL(origin).port);
    },
    extractionProcesses: () => processTree(running[0]?.child.pid ?? 0).slice(1),
    peakMemory() {
      const [own = 0, ...started] = processTree(running[0]?.child.pid ?? 0).map(peakResidentBytes);
      return { server: own, extraction: started.reduce((sum, bytes) => sum + bytes, 0) };
    },
  };
}
