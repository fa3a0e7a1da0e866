import { database } from '@/lib/catalog/database';
import { liveSpaces } from '@/lib/catalog/spaces.repository';
import { imageStore } from '@/lib/images/shared-image-store';
import { liveVision } from '@/lib/search/live-vision';
import { countLiveWorkers } from '@/lib/ingest/jobs/worker-liveness';
import { asEnvironmentProblem } from '@/lib/platform/environment-error';
import { log } from '@/lib/platform/log';
import { processSingleton } from '@/lib/platform/process-singleton';
import { Problem } from '@/lib/platform/problem';
import { searchIndex } from '@/lib/search/shared-index';
import { embeddingKinds } from '@/lib/vision/embedding';
import { visionNow } from '@/lib/vision/node/shared-vision';
import { sharedWithTimeout } from './shared-with-timeout';

export const partNames = ['postgres', 'index', 'workers', 'space', 'pictures'] as const;
export type PartName = (typeof partNames)[number];

/**
 * `ok`; `degraded`: what needs the part waits or is refused, everything else is served; `down`: nothing can be served.
 */
export const partStatuses = ['ok', 'degraded', 'down'] as const;
export type PartStatus = (typeof partStatuses)[number];

export interface PartReadiness {
  readonly status: PartStatus;
  /** What is wrong and what follows from it; null if nothing is. Public, so it names no host. */
  readonly detail: string | null;
  readonly latencyMs: number;
}

export interface Readiness {
  /** The worst of the parts. */
  readonly status: PartStatus;
  readonly parts: Readonly<Record<PartName, PartReadiness>>;
}

/** How often a probe of the pictures also writes. */
const writeEveryMs = 5_000;

/** @returns what is wrong, null if nothing is @throws if the part does not answer */
type Check = () => Promise<string | null>;

/**
 * Asks every part whether it can do its work now, each for two seconds at most. A site is down only without Postgres,
 * which every page needs. Without the index, the network or workers, browsing and works remain; and all web servers
 * share those parts, so taking one server out of service for them would take out all.
 */
export async function readReadiness(): Promise<Readiness> {
  const postgres = await check('postgres', 'down', checkPostgres);
  const unknown = (): PartReadiness => ({
    status: 'degraded',
    detail: 'Unknown while Postgres does not answer.',
    latencyMs: 0,
  });
  const [index, workers, space, pictures] =
    postgres.status === 'ok'
      ? await Promise.all([
          check('index', 'degraded', checkIndex),
          check('workers', 'degraded', checkWorkers),
          check('space', 'degraded', checkSpace),
          check('pictures', 'degraded', checkPictures),
        ])
      : [unknown(), unknown(), unknown(), unknown()];
  const parts = { postgres, index, workers, space, pictures };
  const worst = Math.max(...Object.values(parts).map(({ status }) => partStatuses.indexOf(status)));
  const readiness: Readiness = { status: partStatuses[worst] ?? 'ok', parts };
  logChange(readiness);
  return readiness;
}

async function check(name: PartName, otherwise: PartStatus, ask: Check): Promise<PartReadiness> {
  const started = performance.now();
  const detail = await sharedWithTimeout(`readiness of ${name}`, ask).catch((error: unknown) => {
    log.debug({ err: error, part: name }, 'A part does not answer');
    return error instanceof Problem ? error.message : 'It does not answer. The reason is in the log.';
  });
  const latencyMs = Math.round((performance.now() - started) * 10) / 10;
  return { status: detail === null ? 'ok' : otherwise, detail, latencyMs };
}

/** The reason names the host, so it is for the log alone. */
async function checkPostgres(): Promise<null> {
  try {
    const db = await database();
    await db.$queryRaw`SELECT 1`;
    return null;
  } catch (error) {
    const reason = error instanceof Problem && error.cause ? error.cause : error;
    log.warn(
      { reason: reason instanceof Error ? reason.message : String(reason) },
      'Postgres does not answer',
    );
    throw new Problem(
      'unavailable',
      'Postgres does not answer, and every page needs it. The reason is in the log.',
    );
  }
}

async function checkIndex(): Promise<null> {
  const index = await searchIndex();
  await index.check();
  return null;
}

async function checkWorkers(): Promise<string | null> {
  const workers = await countLiveWorkers(await database());
  return workers > 0 ? null : 'No worker is running: new works wait for their features.';
}

/** Reads a picture that cannot exist: the store must answer that there is none. And writes one, but not at every probe. */
async function checkPictures(): Promise<string | null> {
  await imageStore().get('0'.repeat(64));
  const written = processSingleton<{ at: number; detail: string | null }>('pictures-probe', () => ({
    at: -Infinity,
    detail: null,
  }));
  if (performance.now() - written.at > writeEveryMs) {
    written.detail = await imageStore()
      .probe()
      .then(() => null, whyNotStored);
    written.at = performance.now();
  }
  return written.detail;
}

/** @throws what is no matter of the disk */
function whyNotStored(thrown: unknown): string {
  const error = asEnvironmentProblem(thrown);
  if (error instanceof Problem) return error.message;
  throw error;
}

/** Whether this process can embed pictures, in the spaces that are searched. */
async function checkSpace(): Promise<string | null> {
  // After `gafu reindex` has switched spaces, this loads the network of the new space before a visitor needs it.
  void liveVision().catch(() => undefined);
  const vision = await visionNow();
  if (vision === null)
    return 'This process has no network, so pictures cannot be embedded. The reason is in the log.';
  if (vision === 'opening') return 'The network is still loading; pictures wait for it.';
  const live = await liveSpaces(await database());
  const others = embeddingKinds.filter(
    (kind) => live[kind] !== undefined && live[kind] !== vision.spaces[kind].id,
  );
  if (others.length === 0) return null;
  return `Pictures are embedded in another space than the one that is searched (${others.join(', ')}), so searches by uploaded pictures are refused. Run gafu reindex.`;
}

/** Probes come every few seconds; only a change of their answer is logged. */
function logChange({ status, parts }: Readiness): void {
  const last = processSingleton<{ state: string }>('last-readiness', () => ({ state: '' }));
  const wrong = Object.entries(parts).flatMap(([name, { detail }]) =>
    detail === null ? [] : [[name, detail]],
  );
  const state = JSON.stringify([status, wrong]);
  if (state === last.state) return;
  last.state = state;
  const fields = { status, ...Object.fromEntries(wrong) };
  if (status === 'ok') log.info(fields, 'Ready');
  else log.warn(fields, status === 'down' ? 'Not ready' : 'Ready, except for some parts');
}
