import { type JobHelpers, type Task, type TaskList } from 'graphile-worker';
import { z } from 'zod';
import { countFinishedJob } from '@/lib/catalog/job-control.repository';
import { database } from '@/lib/catalog/database';
import { actFor } from '@/lib/platform/current-actor';
import { log } from '@/lib/platform/log';
import { metrics } from '@/lib/platform/metrics';
import { liveVision } from '@/lib/search/live-vision';
import { addBatchFile } from '../batch/add-file';
import { addPayload, filePayload } from '../batch/batch-jobs';
import { checkBatchFile, fileTries } from '../batch/check-file';
import { embedBatchFile } from '../batch/embed-file';
import { addSamples } from './add-samples';
import { removeExpiredQueries } from './delete-expired-queries';
import { emptyBin } from './empty-bin';
import { extractFeatures, giveUpExtraction } from './extract-features';
import { type JobResult } from './job-queue';
import { refreshStrength } from './refresh-strength';
import { extractionTries, setAsideAfterCrashes } from './set-aside';
import { tidyUp } from './tidy-up';

const extractFeaturesPayload = z.object({ artworkId: z.string() });

/** Runs one job, and notes how it ended and how long it took. What it throws is retried by graphile-worker. */
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

/** What needs the network. */
export const embeddingTasks: TaskList = {
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
  'embed-batch-file': (payload, helpers) => {
    const { fileId } = filePayload.parse(payload);
    return report(helpers, { fileId }, () =>
      setAsideAfterCrashes(fileTries(fileId, 'checked'), async () =>
        embedBatchFile(fileId, await liveVision()),
      ),
    );
  },
};

/** All other tasks. @param more those of other parts of Gafu */
export function otherTasks(more: Readonly<Record<string, JobTask>>, signal: AbortSignal): TaskList {
  const added = Object.entries(more).map(([name, task]): [string, Task] => [
    name,
    (payload, helpers) => report(helpers, {}, () => task(payload, signal)),
  ]);
  return { ...ownTasks, ...Object.fromEntries(added) };
}

const ownTasks: TaskList = {
  'check-batch-file': (payload, helpers) => {
    const { fileId } = filePayload.parse(payload);
    return report(helpers, { fileId }, () =>
      setAsideAfterCrashes(fileTries(fileId, 'received'), () => checkBatchFile(fileId)),
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
