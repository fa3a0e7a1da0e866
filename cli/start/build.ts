import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withFileLock } from '@/lib/platform/file-lock';
import { Problem } from '@/lib/platform/problem';
import { say } from './say';
import { sourceDigest } from './source-digest';

/** Each with its arguments, one after the other. */
const steps = [['node_modules/next/dist/bin/next', 'build'], ['scripts/compress-static.mjs']] as const;
const stillEveryMs = 10_000;
const buildMsMax = 600_000;

/** Builds the site unless the last build was made from the same sources. @throws Problem with the end of the build's output */
export async function ensureBuilt(root: string, signal: AbortSignal): Promise<void> {
  const stamp = path.join(root, '.next', 'gafu-built-from');
  const isFresh = (digest: string) =>
    existsSync(path.join(root, '.next', 'BUILD_ID')) && readIfThere(stamp) === digest;
  if (isFresh(sourceDigest(root))) return;
  const cache = path.join(root, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  await withFileLock(
    path.join(cache, 'gafu-build.lock'),
    async () => {
      const digest = sourceDigest(root);
      if (isFresh(digest) || signal.aborted) return;
      say('Building the site. This is needed once, and after changes (about half a minute).');
      const started = performance.now();
      for (const step of steps) await build(root, step, signal);
      if (signal.aborted) return;
      writeFileSync(stamp, digest);
      say(`Built in ${((performance.now() - started) / 1000).toFixed(0)} s.`);
    },
    buildMsMax,
  );
}

async function build(
  root: string,
  [script, ...args]: (typeof steps)[number],
  signal: AbortSignal,
): Promise<void> {
  if (signal.aborted) return;
  const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' };
  const child = spawn(process.execPath, [path.join(root, script), ...args], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const started = performance.now();
  const timer = setInterval(
    () => say(`Still building, ${Math.round((performance.now() - started) / 1000)} s.`),
    stillEveryMs,
  );
  const stop = () => child.kill('SIGTERM');
  signal.addEventListener('abort', stop, { once: true });
  const code = await new Promise<number | null>((resolve, reject) =>
    child.once('error', reject).once('close', resolve),
  );
  signal.removeEventListener('abort', stop);
  clearInterval(timer);
  if (code !== 0 && !signal.aborted) {
    throw new Problem(
      'unavailable',
      `The site could not be built:\n${output.trim().split('\n').slice(-40).join('\n')}`,
    );
  }
}

function readIfThere(file: string): string | null {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}
