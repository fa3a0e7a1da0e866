import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ensureBuilt } from '@/cli/start/build';
import { listenerOn } from '@/cli/start/port';
import { isPidInUse } from '@/lib/platform/process-identity';
import { useStarts } from './starts';

beforeAll(async () => {
  await ensureBuilt(process.cwd(), new AbortController().signal);
}, 300_000);

const starts = useStarts();

test.each([
  ['npm start', 'npm', ['start']],
  ['node scripts/launch.mjs start', process.execPath, ['scripts/launch.mjs', 'start']],
])(
  'SIGTERM to %s ends the site and its Postgres',
  async (_, command, args) => {
    const { port, dataDir } = starts;
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        PORT: String(port),
        GAFU_DATA_DIR: dataDir,
        DATABASE_URL: '',
        VGG19_WEIGHTS: '/nowhere/vgg19.h5',
      },
    });
    let output = '';
    const isUp = new Promise<void>((resolve, reject) => {
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (chunk: Buffer) => {
          output += chunk.toString();
          if (output.includes('Gafu is at http')) resolve();
        });
      child.once('close', () => reject(new Error(`It ended too early:\n${output}`)));
    });
    await isUp;
    const pidFile = path.join(dataDir, 'postgres', 'cluster', 'postmaster.pid');
    const postgres = Number.parseInt(readFileSync(pidFile, 'utf8'), 10);
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
    const deadline = performance.now() + 30_000;
    while ((listenerOn(port) !== null || isPidInUse(postgres)) && performance.now() < deadline)
      await wait(100);
    expect(listenerOn(port)).toBeNull();
    expect(isPidInUse(postgres)).toBe(false);
  },
  120_000,
);
