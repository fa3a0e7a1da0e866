import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ensureAdminPassword } from '@/lib/auth/password';
import { type Database, database, databaseUrl, embeddedPostgres } from '@/lib/catalog/database';
import { liveSpaces } from '@/lib/catalog/spaces.repository';
import { recipeInService } from '@/lib/ingest/vision-in-service';
import { countArtworks } from '@/lib/catalog/artworks.repository';
import { settings } from '@/lib/platform/settings';
import { automaticRecipe } from '@/lib/vision/node/choose-recipe';
import { recipeNamed } from '@/lib/vision/recipes';
import { ensureBuilt } from './build';
import { keepRunning, runOnce, type ChildCommand } from './child';
import { ensurePortIsFree } from './port';
import { watchPostgres } from './postgres-watch';
import { say } from './say';
import { takeDataFolder } from './start-lock';

const readyMsMax = 60_000;
const readyPollMs = 100;
/** Three processes that load a network at once keep each other waiting: of a first start the samples come before the worker. */
const workerWaitsMsMax = 20_000;

/**
 * Runs the site until `signal` aborts: Postgres, network, build, web, sample collection, worker, in this order.
 * Postgres is left to whoever closes the database, after everything else has ended.
 * @throws Problem for what has to be mended first: a port or data folder that is taken, a build that fails
 */
export async function runSite(signal: AbortSignal): Promise<void> {
  const { dataDir, host, port } = settings();
  const root = process.cwd();
  const releaseDataFolder = takeDataFolder(dataDir);
  try {
    await ensurePortIsFree(host, port);
    await preparePostgres();
    const { generated } = await ensureAdminPassword();
    if (signal.aborted) return;
    const env = { DATABASE_URL: await databaseUrl(), NODE_ENV: 'production' };
    const hasNetwork = await ensureNetwork(root, signal);
    await ensureBuilt(root, signal);
    if (signal.aborted) return;
    const web = keepRunning(webCommand(root, host, port, env), signal);
    const running = [web, watchPostgres(signal)];
    if (await untilAnswering(host, port, signal)) tellAddress(port, generated);
    if (hasNetwork) {
      const samples = addSamples(root, env, signal);
      await Promise.race([samples, wait(workerWaitsMsMax, undefined, { signal }).catch(() => undefined)]);
      const worker = { name: 'worker', args: [path.join(root, 'cli/gafu.mjs'), 'worker'], env };
      running.push(samples, keepRunning(worker, signal));
    }
    await Promise.all(running);
  } finally {
    releaseDataFolder();
  }
}

async function preparePostgres(): Promise<void> {
  say(settings().databaseUrl === null ? 'Starting Postgres.' : 'Connecting to Postgres.');
  const works = await countArtworks(await database());
  const embedded = await embeddedPostgres();
  const where =
    embedded === null
      ? 'The Postgres of DATABASE_URL'
      : `Postgres in ${embedded.folder} (process ${embedded.pid}${embedded.origin === 'reused' ? ', found running' : ''})`;
  say(`${where} is ready: ${works.ready + works.pending + works.failed} works.`);
}

/**
 * Makes sure that there is a network: VGG19, which a process of its own installs and takes its memory with it, or where
 * it cannot be had the compact one that is here already.
 * @returns whether there is one
 */
async function ensureNetwork(root: string, signal: AbortSignal): Promise<boolean> {
  const db = await database();
  const wished = recipeNamed((await recipeInService(db)).recipe);
  const { recipe, vgg19Weights } = settings();
  // Where works are searched by the compact network, VGG19 would only wait for `gafu reindex`: who wants that installs it.
  const mayInstall = wished.network === 'vgg19' || (recipe === automaticRecipe && !(await hasLiveSpaces(db)));
  if (!mayInstall) return true;
  const failure = await runOnce(
    {
      name: 'installation',
      args: [path.join(root, 'cli/gafu.mjs'), 'models', 'install', '--tries', '1'],
      env: {},
    },
    signal,
  );
  if (failure === null || signal.aborted) return true;
  if (recipe === automaticRecipe && vgg19Weights === null && wished.network === 'lite') {
    say(
      'Gafu looks with its compact network, which came with it. Once VGG19 can be had: gafu models install, then gafu reindex.',
    );
    return true;
  }
  say(
    'The site starts without its network: browsing works, but searching by a picture and adding works wait for it. Mend it as told above and start again.',
  );
  return false;
}

async function hasLiveSpaces(db: Database): Promise<boolean> {
  return Object.keys(await liveSpaces(db)).length > 0;
}

function webCommand(root: string, host: string, port: number, env: Record<string, string>): ChildCommand {
  const preload = new URL(`file://${path.join(root, 'cli/start/leave-with-parent.mjs')}`).href;
  const next = path.join(root, 'node_modules/next/dist/bin/next');
  return {
    name: 'site',
    args: ['--import', preload, next, 'start', '-p', String(port), '-H', host],
    env,
    shown: false,
  };
}

/** @returns false when `signal` aborted before the site answered, or it took too long; it is then still being tried */
async function untilAnswering(host: string, port: number, signal: AbortSignal): Promise<boolean> {
  const reachable = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '[::1]' : host;
  const deadline = Date.now() + readyMsMax;
  while (!signal.aborted && Date.now() < deadline) {
    const answer = await fetch(`http://${reachable}:${port}/api/health`, { signal }).catch(() => null);
    if (answer?.ok) return true;
    await wait(readyPollMs);
  }
  return false;
}

function tellAddress(port: number, generatedPassword: string | null): void {
  if (generatedPassword !== null) {
    say(
      `To add works, sign in at /admin with the password ${generatedPassword}. It is shown this once; ADMIN_PASSWORD sets another.`,
    );
  }
  say(`Gafu is at ${settings().publicUrl ?? `http://localhost:${port}`} (Ctrl-C ends it).`);
}

async function addSamples(root: string, env: Record<string, string>, signal: AbortSignal): Promise<void> {
  const command = {
    name: 'sample collection',
    args: ['--import', 'tsx', path.join(root, 'cli/start/sample-collection.ts')],
    env,
  };
  const failure = await runOnce(command, signal);
  if (failure !== null && !signal.aborted)
    say(`The sample collection is not complete (${failure}); the next start goes on with it.`);
}
