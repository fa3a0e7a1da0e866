import { counted } from '@/lib/platform/counted';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { linkHours } from '@/lib/auth/one-time-link';
import { makeSetUpLink } from '@/lib/auth/set-up-link';
import { type Database, database, databaseUrl, embeddedPostgres } from '@/lib/catalog/database';
import { liveSpaces } from '@/lib/catalog/spaces.repository';
import { liveRecipe } from '@/lib/search/live-vision';
import { countArtworks } from '@/lib/catalog/artworks.repository';
import { settings } from '@/lib/platform/settings';
import { automaticRecipe } from '@/lib/vision/node/choose-recipe';
import { recipeNamed } from '@/lib/vision/recipes';
import { ensureBuilt } from './build';
import { keepRunning, runOnce } from './child';
import { ensurePortIsFree } from './port';
import { watchPostgres } from './postgres-watch';
import { developmentProcesses, productionProcesses } from './processes';
import { say } from './say';
import { takeDataFolder } from './start-lock';

const readyMsMax = 60_000;
const readyPollMs = 100;
/** Three processes that load a network at once slow each other down, so at a first start the samples come before the worker. */
const workerWaitsMsMax = 20_000;

/**
 * Runs the site until `signal` aborts: Postgres, network, build, web, sample collection, worker, in this order.
 * Whoever closes the database stops Postgres, after everything else has ended.
 * @param mode `development` needs no build: Next.js compiles each page when it is first opened
 * @throws Problem for what has to be fixed first: a port or data folder that is taken, a build that fails
 */
export async function runSite(
  signal: AbortSignal,
  mode: 'production' | 'development' = 'production',
): Promise<void> {
  const { dataDir, host, port } = settings();
  const root = process.cwd();
  const releaseDataFolder = takeDataFolder(dataDir);
  try {
    await ensurePortIsFree(host, port);
    await preparePostgres();
    const setUpLink = await makeSetUpLink();
    if (signal.aborted) return;
    const hasNetwork = await ensureNetwork(root, signal);
    const isDevelopment = mode === 'development';
    if (!isDevelopment) await ensureBuilt(root, signal);
    if (signal.aborted) return;
    const place = { root, host, port, databaseUrl: await databaseUrl() };
    const { web, worker } = isDevelopment ? developmentProcesses(place) : productionProcesses(place);
    const running = [keepRunning(web, signal), watchPostgres(signal)];
    if (await untilAnswering(host, port, signal)) printAddress(port, setUpLink);
    if (hasNetwork) {
      const samples = addSamples(root, worker.env, signal);
      await Promise.race([samples, wait(workerWaitsMsMax, undefined, { signal }).catch(() => undefined)]);
      running.push(
        samples.then(() => fetchStarter(root, worker.env, signal)),
        keepRunning(worker, signal),
      );
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
  say(`${where} is ready: ${counted(works.ready + works.pending + works.failed, 'work')}.`);
}

/**
 * Makes sure that there is a network: VGG19, installed by a separate process that frees its memory when it ends, or,
 * if that cannot be had, the compact one that comes with Gafu.
 * @returns whether there is one
 */
async function ensureNetwork(root: string, signal: AbortSignal): Promise<boolean> {
  const db = await database();
  const wished = recipeNamed((await liveRecipe(db)).recipe);
  const { recipe, vgg19Weights } = settings();
  // A collection embedded by the compact network has no use for VGG19 until `gafu reindex`, so it is not fetched unasked.
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
      'Gafu uses the compact network that comes with it. To change to VGG19 later: gafu models install, then gafu reindex.',
    );
    return true;
  }
  say(
    'The site starts without its network: browsing works, but searching by a picture and adding works do not. Fix what is said above and start again.',
  );
  return false;
}

async function hasLiveSpaces(db: Database): Promise<boolean> {
  return Object.keys(await liveSpaces(db)).length > 0;
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

function printAddress(port: number, setUpLink: string | null): void {
  const origin = settings().publicUrl ?? `http://localhost:${port}`;
  if (setUpLink !== null)
    say(
      `To add works, make the first account at ${origin}${setUpLink} (once, within ${linkHours.setUp} hours; each start prints a new link until then).`,
    );
  say(`Gafu is at ${origin} (Ctrl-C ends it).`);
}

async function addSamples(root: string, env: Record<string, string>, signal: AbortSignal): Promise<void> {
  const command = {
    name: 'sample collection',
    args: ['--import', 'tsx', path.join(root, 'cli/start/sample-collection.ts')],
    env,
  };
  const failure = await runOnce(command, signal);
  if (failure !== null && !signal.aborted)
    say(`The sample collection is incomplete (${failure}); the next start continues with it.`);
}

/** In the background, after the samples are up. Without a network it says so, and the worker tries again. */
async function fetchStarter(root: string, env: Record<string, string>, signal: AbortSignal): Promise<void> {
  if (!settings().fetchesStarter || signal.aborted) return;
  const command = {
    name: 'starter collection',
    args: ['--import', 'tsx', path.join(root, 'cli/start/starter-collection.ts')],
    env,
  };
  const failure = await runOnce(command, signal);
  if (failure !== null && !signal.aborted)
    say(`The starter collection was not fetched (${failure}); the next start tries again.`);
}
