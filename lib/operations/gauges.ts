import { Gauge } from 'prom-client';
import { countArtworks } from '@/lib/catalog/artworks.repository';
import { database } from '@/lib/catalog/database';
import { pausedSince } from '@/lib/catalog/job-control.repository';
import { countQueries } from '@/lib/catalog/queries.repository';
import { countDueChanges } from '@/lib/catalog/index-changes.repository';
import { countJobs } from '@/lib/ingest/jobs/job-counts';
import { countLiveWorkers } from '@/lib/ingest/jobs/worker-liveness';
import { log } from '@/lib/platform/log';
import { processSingleton } from '@/lib/platform/process-singleton';
import { metrics } from '@/lib/platform/metrics';
import { settings } from '@/lib/platform/settings';
import { visionNow } from '@/lib/vision/node/shared-vision';
import { sharedWithTimeout } from './shared-with-timeout';

const gauges = () =>
  processSingleton('gauges', () => {
    const registers = [metrics().registry];
    const gauge = <Label extends string = never>(name: string, help: string, ...labelNames: Label[]) =>
      new Gauge({ name, help, labelNames, registers });
    return {
      poolProcesses: gauge('gafu_pool_processes', 'Extraction processes of this process'),
      poolBusy: gauge('gafu_pool_busy', 'Those of them that embed a picture now'),
      poolWaiting: gauge('gafu_pool_waiting', 'Pictures that wait for one of them'),
      postgresUp: gauge('gafu_postgres_up', 'Whether Postgres answered this scrape within two seconds'),
      works: gauge('gafu_works', 'Works in the catalogue', 'state'),
      uploads: gauge('gafu_uploads', 'Uploaded queries that are kept'),
      uploadBytes: gauge('gafu_upload_bytes', 'Bytes of their pictures; QUERY_BYTES_MAX is the limit'),
      jobs: gauge('gafu_jobs', 'Jobs in the queue, of all workers; failed: given up', 'state'),
      jobsPaused: gauge('gafu_jobs_paused', 'Whether workers take no new works because somebody paused them'),
      workers: gauge('gafu_workers', 'Live worker processes, on all machines'),
      indexWaiting: gauge('gafu_index_waiting', 'Changed works that are not yet in Elasticsearch'),
    };
  });

/** This process's metrics and the counts of the catalogue, in Prometheus' text format 0.0.4. */
export async function scrape(): Promise<string> {
  await Promise.all([readPool(), readCatalogue()]);
  return metrics().registry.metrics();
}

async function readPool(): Promise<void> {
  const { poolProcesses, poolBusy, poolWaiting } = gauges();
  const vision = await visionNow();
  const load = vision === null || vision === 'opening' ? { processes: 0, busy: 0, waiting: 0 } : vision.load;
  poolProcesses.set(load.processes);
  poolBusy.set(load.busy);
  poolWaiting.set(load.waiting);
}

/** Counts that Postgres does not give in time are left out: an old figure would pass for a current one. */
async function readCatalogue(): Promise<void> {
  const { postgresUp, works, uploads, uploadBytes, jobs, jobsPaused, workers, indexWaiting } = gauges();
  const counts = await sharedWithTimeout('counts for metrics', countAll).catch((error: unknown) => {
    log.debug({ err: error }, 'Postgres did not give the counts for metrics');
    return null;
  });
  postgresUp.set(counts === null ? 0 : 1);
  for (const gauge of [works, jobs]) gauge.reset();
  for (const gauge of [uploads, uploadBytes, jobsPaused, workers, indexWaiting]) gauge.remove();
  if (counts === null) return;
  for (const [state, count] of Object.entries(counts.works)) works.set({ state }, count);
  for (const [state, count] of Object.entries(counts.jobs ?? {})) jobs.set({ state }, count);
  uploads.set(counts.queries.queries);
  uploadBytes.set(counts.queries.bytes);
  jobsPaused.set(counts.paused === null ? 0 : 1);
  workers.set(counts.workers);
  if (counts.indexWaiting !== null) indexWaiting.set(counts.indexWaiting);
}

async function countAll() {
  const db = await database();
  const [works, queries, jobs, workers, paused] = await Promise.all([
    countArtworks(db),
    countQueries(db),
    countJobs(db),
    countLiveWorkers(db),
    pausedSince(db),
  ]);
  const indexWaiting = settings().elasticsearchUrl === null ? null : await countDueChanges(db);
  return { works, queries, jobs, workers, paused, indexWaiting };
}
