import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { Agent, get } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '@/tests/support/free-port';
import { type Checkout } from './checkout';

const startMsMax = 60_000;
const adminPassword = 'of the benchmark alone';

/** A running web server. */
export interface PageServer {
  readonly name: string;
  readonly origin: string;
  /**
   * Gets a page whole.
   * @param how `asRouter`: as Next.js' router does when a link is followed within the site
   * @throws Error unless it is answered with 200
   */
  get(path: string, how?: { readonly asRouter?: boolean }): Promise<Answer>;
  stop(): Promise<void>;
}

export interface Answer {
  /** From the request's first byte to the last of the answer. */
  readonly ms: number;
  readonly sizeBytes: number;
}

/** What a server runs on. */
export interface Ground {
  readonly databaseUrl: string;
  readonly dataDir: string;
  /** The settings of Elasticsearch; none: the index is in memory. */
  readonly elasticsearch?: Readonly<Record<string, string>>;
}

/** Starts a checkout's server on this ground, and waits until it says that it is ready. */
export async function startServer(
  { name, root }: Checkout,
  { databaseUrl, dataDir, elasticsearch = {} }: Ground,
): Promise<PageServer> {
  const port = await freePort();
  const child = spawn(process.execPath, [...nodeArgs(), ...serving(root)], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      HOST: '127.0.0.1',
      DATABASE_URL: databaseUrl,
      GAFU_DATA_DIR: dataDir,
      GAFU_RECIPE: 'lite',
      ELASTICSEARCH_URL: '',
      ...elasticsearch,
      LOG_LEVEL: 'error',
      ADMIN_PASSWORD: adminPassword,
    },
  });
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const origin = `http://127.0.0.1:${port}`;
  let cookie = '';
  const server = {
    name,
    origin,
    get: (path: string, { asRouter = false } = {}) =>
      asRouter
        ? getPage(agent, `${origin}${path}&_rsc`, { rsc: '1' })
        : // Only the curators' pages look at the cookie.
          getPage(agent, `${origin}${path}`, path.startsWith('/admin') ? { cookie } : {}),
    async stop() {
      agent.destroy();
      const ended = once(child, 'close');
      if (child.kill()) await ended;
    },
  };
  const until = performance.now() + startMsMax;
  for (;;) {
    try {
      await server.get('/api/ready');
      cookie = await signIn(origin);
      return server;
    } catch (error) {
      if (child.exitCode !== null || performance.now() > until) {
        await server.stop();
        throw new Error(`The server of ${name} did not start`, { cause: error });
      }
      await wait(200);
    }
  }
}

/** A revision from before `gafu serve` is served by Next.js alone, at HOST and PORT all the same. */
function serving(root: string): readonly string[] {
  if (existsSync(path.join(root, 'cli/commands/serve.ts'))) return ['cli/gafu.mjs', 'serve'];
  return ['node_modules/next/dist/bin/next', 'start', '-H', '127.0.0.1'];
}

/** `--cpu-prof` and the like, for those who want to know where the time goes. */
function nodeArgs(): readonly string[] {
  return (process.env.BENCH_NODE_ARGS ?? '').split(' ').filter((arg) => arg !== '');
}

/** @returns the cookie of a curator's session */
async function signIn(origin: string): Promise<string> {
  const body = new FormData();
  body.set('password', adminPassword);
  const answer = await fetch(`${origin}/admin/login`, { method: 'POST', body, redirect: 'manual' });
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .join('; ');
}

function getPage(agent: Agent, url: string, headers: Readonly<Record<string, string>>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    get(url, { agent, headers }, (response) => {
      let sizeBytes = 0;
      response.on('data', (chunk: Buffer) => (sizeBytes += chunk.length));
      response.once('error', reject);
      response.once('end', () => {
        if (response.statusCode === 200) resolve({ ms: performance.now() - started, sizeBytes });
        else reject(new Error(`${url} was answered with ${response.statusCode}`));
      });
    }).once('error', reject);
  });
}
