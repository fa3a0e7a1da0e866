import { setTimeout as wait } from 'node:timers/promises';
import { parseCronItems, run, type Runner, type RunnerOptions } from 'graphile-worker';
import { refineCarriedYears } from '@/lib/catalog/carried-years.repository';
import { pausedSince } from '@/lib/catalog/job-control.repository';
import { database, databaseUrl } from '@/lib/catalog/database';
import { log } from '@/lib/platform/log';
import { settings } from '@/lib/platform/settings';
import { runIndexer } from '@/lib/search/elasticsearch/sync/run-indexer';
import { withIndexMaintenance } from '@/lib/search/elasticsearch/sync/maintenance';
import { liveVision } from '@/lib/search/live-vision';
import { graphileLogger } from './jobs/graphile-logger';
import { ensureJobTables, extractionFlag, flagExtractions } from './jobs/job-queue';
import { embeddingTasks, type JobTask, otherTasks } from './jobs/tasks';
import { WorkerLiveness } from './jobs/worker-liveness';

/** Pictures that are decoded while others are in the network. */
const decodedAhead = 1;
/** Beside them, so that neither waits for the other: pictures of batches are checked while others are embedded. */
const otherJobs = 2;
const releaseDeadEveryMs = 30_000;
const restMs = { first: 2_000, max: 60_000 };

const schedule = parseCronItems([
  { task: 'delete-expired-queries', match: '17 * * * *' },
  { task: 'empty-bin', match: '7 * * * *' },
  { task: 'tidy-up', match: '47 * * * *' },
  { task: 'refresh-strength', match: '*/5 * * * *' },
]);

/** Until the network answers, no job is taken: a queue is not worn out on a sick service. */
async function waitForVision(signal: AbortSignal): Promise<void> {
  for (let restingMs = restMs.first; !signal.aborted; restingMs = Math.min(2 * restingMs, restMs.max)) {
    try {
      await liveVision();
      return;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      log.error({ reason, retryInSeconds: restingMs / 1000 }, 'The worker waits for the network');
      await wait(restingMs, undefined, { signal }).catch(() => undefined);
    }
  }
}

export interface WorkerOptions {
  readonly signal: AbortSignal;
  /** Tasks of other parts of Gafu, by name. */
  readonly more?: Readonly<Record<string, JobTask>>;
}

/**
 * Does the jobs until `signal` aborts; then finishes those in hand and returns. Any number of workers may run on
 * one database, on any machines. One that is killed leaves its jobs to the others, or to its next start.
 */
export async function runWorker({ signal, more = {} }: WorkerOptions): Promise<void> {
  const failed = new AbortController();
  const ending = AbortSignal.any([signal, failed.signal]);
  await endTogether([doJobs(ending, more), maintainIndex(ending)], () => failed.abort());
}

/** Waits until all have ended. If one fails, the others are stopped. @throws what it threw */
async function endTogether(parts: readonly Promise<unknown>[], stop: () => void): Promise<void> {
  const watched = parts.map((part) =>
    part.catch((error: unknown) => {
      stop();
      throw error;
    }),
  );
  await Promise.allSettled(watched);
  await Promise.all(watched);
}

/** Starts at once, since it needs no network. */
async function maintainIndex(signal: AbortSignal): Promise<void> {
  if (settings().elasticsearchUrl === null) return;
  await withIndexMaintenance((maintenance) => runIndexer(maintenance, signal));
}

async function doJobs(signal: AbortSignal, more: Readonly<Record<string, JobTask>>): Promise<void> {
  await ensureJobTables();
  await flagExtractions(await database());
  const refined = await refineCarriedYears(await database());
  if (refined > 0) log.info({ works: refined }, 'Dates from before ranges of years were read again');
  await waitForVision(signal);
  if (signal.aborted) return;
  const url = await databaseUrl();
  const liveness = new WorkerLiveness(url);
  const releaseDead = () =>
    liveness
      .releaseDead()
      .catch((error: unknown) => log.warn({ err: error }, 'Dead workers could not be looked for'));
  await liveness.releaseDead();
  const announcing: GraphileConfig.Plugin = {
    name: 'gafu-worker-liveness',
    version: '1.0.0',
    worker: { hooks: { startWorker: (_context, { worker }) => liveness.announce(worker.workerId) } },
  };
  const takeJobs = (jobs: Pick<RunnerOptions, 'taskList' | 'concurrency' | 'parsedCronItems'>) =>
    run({
      connectionString: url,
      logger: graphileLogger,
      noHandleSignals: true,
      // Asked before each job, so every worker obeys at once.
      forbiddenFlags: async () => ((await pausedSince(await database())) === null ? [] : [extractionFlag]),
      preset: { plugins: [announcing] },
      ...jobs,
    });
  const concurrency = { embedding: settings().poolSize + decodedAhead, others: otherJobs };
  const runners = await Promise.all([
    takeJobs({ taskList: embeddingTasks, concurrency: concurrency.embedding, parsedCronItems: [] }),
    takeJobs({
      taskList: otherTasks(more, signal),
      concurrency: concurrency.others,
      parsedCronItems: schedule,
    }),
  ]);
  const timer = setInterval(() => void releaseDead(), releaseDeadEveryMs);
  // One that has ended by itself refuses to be stopped.
  const stop = () => runners.forEach((runner: Runner) => void runner.stop().catch(() => undefined));
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  log.info({ concurrency }, 'The worker takes jobs');
  try {
    await endTogether(
      runners.map(({ promise }) => promise),
      stop,
    );
  } finally {
    clearInterval(timer);
    signal.removeEventListener('abort', stop);
    await liveness.close();
  }
}
