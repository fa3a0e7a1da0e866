import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ensureBuilt } from '@/cli/start/build';
import { listenerOn } from '@/cli/start/port';
import { isPidInUse } from '@/lib/platform/process-identity';
import { freePort } from '../support/free-port';
import { testWith } from '../support/prerequisites';
import { type Program } from '../support/program';
import { useStarts } from './starts';

beforeAll(async () => {
  await ensureBuilt(process.cwd(), new AbortController().signal);
}, 300_000);

const starts = useStarts();

/** Without a network, which the tests of vision and the browser have: the rest of a start then takes seconds. */
function start(env: Record<string, string> = {}): Program {
  return starts.start({ VGG19_WEIGHTS: '/nowhere/vgg19.h5', ...env });
}

async function ready(): Promise<number> {
  return (await fetch(`http://localhost:${starts.port}/api/ready`)).status;
}

async function untilReady(): Promise<void> {
  while ((await ready().catch(() => 0)) !== 200) await wait(100);
}

function postgresPid(): number {
  return Number.parseInt(
    readFileSync(path.join(starts.dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8'),
    10,
  );
}

test('every bad setting is told at once', async () => {
  const program = start({ PORT: 'http', GAFU_BACKEND: 'gpu', GAFU_POOL_SIZE: '0' });
  expect(await program.end()).toBe(1);
  for (const name of ['PORT: "http"', 'GAFU_BACKEND: "gpu"', 'GAFU_POOL_SIZE: "0"'])
    expect(program.output()).toContain(name);
}, 60_000);

testWith(
  ['linux'],
  'a port that is taken is told with the process that has it',
  async () => {
    const taker = createServer().listen(starts.port, '0.0.0.0');
    const program = start();
    expect(await program.end()).toBe(1);
    expect(program.output()).toContain(`Port ${starts.port} is taken by process ${process.pid} (`);
    taker.close();
  },
  60_000,
);

/** The address that the first account is made at. */
const setUpLink = (output: string) => /make the first account at (\S+) /.exec(output)?.[1] ?? '';

test('without its network the site starts and says what to do; a second start is refused, Ctrl-C stops everything', async () => {
  const first = start();
  await first.until(/Gafu is at http/);
  expect(first.output()).toMatch(/VGG19_WEIGHTS names \/nowhere\/vgg19.h5, but there is no such file/);
  expect(setUpLink(first.output())).toMatch(/^http:\/\/localhost:\d+\/admin\/link\?token=[\w-]{43}$/);
  expect(await ready()).toBe(200);

  const second = start({ PORT: String(await freePort()) });
  expect(await second.end()).toBe(1);
  expect(second.output()).toContain(`Gafu runs there as process ${first.child.pid} (`);

  const postgres = postgresPid();
  expect(await first.end('SIGINT')).toBe(0);
  expect(isPidInUse(postgres)).toBe(false);
  expect(listenerOn(starts.port)).toBeNull();
}, 120_000);

test('after a killed run the next one finds its Postgres, and prints a new link for the first account', async () => {
  const killed = start();
  await killed.until(/Gafu is at http/);
  const postgres = postgresPid();
  await killed.end('SIGKILL');
  const next = start();
  await next.until(/Gafu is at http/);
  expect(next.output()).toContain(`(process ${postgres}, found running)`);
  const [before, now] = [setUpLink(killed.output()), setUpLink(next.output())];
  expect((await fetch(before)).status).toBe(410);
  expect((await fetch(now)).status).toBe(200);
  expect(await next.end('SIGTERM')).toBe(0);
  expect(isPidInUse(postgres)).toBe(false);
}, 120_000);

testWith(
  ['linux'],
  'a site and a Postgres that die are started again',
  async () => {
    const program = start();
    await program.until(/Gafu is at http/);
    const site = listenerOn(starts.port);
    // Pid 0 would end the tests themselves.
    if (site === null) throw new Error(`Nothing listens on port ${starts.port}.`);
    process.kill(site, 'SIGKILL');
    await program.until(/The site ended \(SIGKILL\); it is started again/);
    await untilReady();
    process.kill(postgresPid(), 'SIGKILL');
    await program.until(/Postgres has ended by itself; it is started again/);
    await untilReady();
  },
  120_000,
);
