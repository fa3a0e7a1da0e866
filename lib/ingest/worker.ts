import { setTimeout as wait } from 'node:timers/promises';
import { parseCronItems, run, type JobHelpers, type Task, type TaskList } from 'graphile-worker';
import { z } from 'zod';
import { refineCarriedYears } from '@/lib/catalog/carried-years.repository';
import { countFinishedJob, pausedSince } from '@/lib/catalog/job-control.repository';
import { database, databaseUrl } from '@/lib/catalog/database';
import { log } from '@/lib/platform/log';
import { metrics } from '@/lib/platform/metrics';
import { settings } from '@/lib/platform/settings';
import { runIndexer } from '@/lib/search/elasticsearch/sync/run-indexer';
import { withIndexMaintenance } from '@/lib/search/elasticsearch/sync/maintenance';
import { actFor } from '@/lib/platform/current-actor';
import { addBatchFile } from './batch/add-file';
import { addPayload, checkPayload } from './batch/batch-jobs';
import { checkBatchFile, checkTries } from './batch/check-file';
import { addSamples } from './jobs/add-samples';
import { removeExpiredQueries } from './jobs/delete-expired-queries';
import { emptyBin } from './jobs/empty-bin';
import { extractFeatures, giveUpExtraction } from './jobs/extract-features';
import { graphileLogger } from './jobs/graphile-logger';
import { ensureJobTables, extractionFlag, flagExtractions, type JobResult } from './jobs/job-queue';
import { refreshStrength } from './jobs/refresh-strength';
import { extractionTries, setAsideAfterCrashes } from './jobs/set-aside';
import { tidyUp } from './jobs/tidy-up';
import { WorkerLiveness } from './jobs/worker-liveness';
import { liveVision } from '@/lib/search/live-vision';

const releaseDeadEveryMs = 30_000;
const restMs = { first: 2_000, max: 60_000 };
const extractFeaturesPayload = z.object({ artworkId: z.string() });

/** Runs one job, and tells how it ended and how long it took. What it throws is retried by graphile-worker. */
async function report(helpers: JobHelpers, subject: object, work: () => Promise<JobResult>): Promise<void> {
  const started = performance.now();
  const took = () => performance.now() - started;
  const { task_identifier: task } = helpers.job;
  const count = async (status: JobResult['status'] | 'retried') => {
    metrics().jobSeconds.observe({ task, status }, took() / 1000);
    // For the jobs page; a job that is done stays done if it cannot be counted.
    await countFinishedJob(await database(), task, status).catch(() => undefined);
  };
  const result = await work().catch(async (error: unknown) => {
    await count('retried');
    throw error;
  });
  await count(result.status);
  const line = { ...subject, ...result, ms: Math.round(took()) };
  log[result.status === 'failed' ? 'warn' : 'info'](line, task);
}

/** Work that another part of Gafu gives to the workers. @param signal aborts when the worker is to end */
export type JobTask = (payload: unknown, signal: AbortSignal) => Promise<JobResult>;

const tasks: TaskList = {
  'extract-features': async (payload, helpers) => {
    const { artworkId } = extractFeaturesPayload.parse(payload);
    try {
      const tries = await extractionTries(artworkId);
      await report(helpers, { artworkId }, () =>
        setAsideAfterCrashes(tries, async () => extractFeatures(artworkId, await liveVision())),
      );
    } catch (error) {
      const { attempts, max_attempts: attemptsMax } = helpers.job;
      const reason = error instanceof Error ? error.message : String(error);
      log.warn({ artworkId, attempts, attemptsMax, reason }, 'extract-features will be tried again');
      if (attempts >= attemptsMax) await giveUpExtraction(artworkId, reason);
      throw error;
    }
  },
  'check-batch-file': (payload, helpers) => {
    const { fileId } = checkPayload.parse(payload);
    return report(helpers, { fileId }, () =>
      setAsideAfterCrashes(checkTries(fileId), () => checkBatchFile(fileId)),
    );
  },
  'add-batch-file': (payload, helpers) => {
    const { fileId, actor } = addPayload.parse(payload);
    return report(helpers, { fileId }, () => actFor(actor, () => addBatchFile(fileId)));
  },
  'add-samples': (_payload, helpers) => report(helpers, {}, () => addSamples()),
  'delete-expired-queries': (_payload, helpers) => report(helpers, {}, () => removeExpiredQueries()),
  'empty-bin': (_payload, helpers) => report(helpers, {}, () => emptyBin()),
  'refresh-strength': (_payload, helpers) => report(helpers, {}, () => refreshStrength()),
  'tidy-up': (_payload, helpers) => report(helpers, {}, () => tidyUp()),
};

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
  const parts = [doJobs(ending, more), maintainIndex(ending)].map((part) =>
    part.catch((error: unknown) => {
      failed.abort();
      throw error;
    }),
  );
  await Promise.allSettled(parts);
  await Promise.all(parts);
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
  const added = Object.entries(more).map(([name, task]): [string, Task] => [
    name,
    (payload, helpers) => report(helpers, {}, () => task(payload, signal)),
  ]);
  // One job more than processes, so that a picture is decoded while another is in the network; and one import.
  const concurrency = settings().poolSize + 2;
  const runner = await run({
    connectionString: url,
    logger: graphileLogger,
    noHandleSignals: true,
    concurrency,
    taskList: { ...tasks, ...Object.fromEntries(added) },
    parsedCronItems: schedule,
    // Asked before each job, so every worker obeys at once.
    forbiddenFlags: async () => ((await pausedSince(await database())) === null ? [] : [extractionFlag]),
    preset: { plugins: [announcing] },
  });
  const timer = setInterval(() => void releaseDead(), releaseDeadEveryMs);
  const stop = () => void runner.stop();
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  log.info({ concurrency }, 'The worker takes jobs');
  try {
    await runner.promise;
  } finally {
    clearInterval(timer);
    signal.removeEventListener('abort', stop);
    await liveness.close();
  }
}
