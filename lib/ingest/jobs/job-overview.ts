import { type Artwork } from '@/lib/catalog/artwork';
import { shownToCurators } from '@/lib/catalog/artwork-filter';
import { countArtworks, findArtworks, listArtworks } from '@/lib/catalog/artworks.repository';
import { type Database } from '@/lib/catalog/database';
import { countDueChanges } from '@/lib/catalog/index-changes.repository';
import { finishedLately, pausedSince } from '@/lib/catalog/job-control.repository';
import { settings } from '@/lib/platform/settings';
import { areJobTablesThere } from './job-counts';
import { artworkOfJob } from './job-queue';
import { throughput, type Throughput } from './throughput';
import { waitingWorks, type WaitingWorks } from './waiting-works';
import { countLiveWorkers } from './worker-liveness';

/** A job of which there is something to say. */
export interface JobReport {
  readonly id: string;
  /** `extract-features`, `tidy-up`, … */
  readonly task: string;
  /** The work that it is for; null for any other job, or if the work was deleted. */
  readonly artwork: Pick<Artwork, 'id' | 'title' | 'artist'> | null;
  /** Tries, with the present one. */
  readonly attempts: number;
  /** Of a running job when it began; of a waiting one when it is due; of one that was given up when that was. */
  readonly at: Date;
  /** The first line of why the last try failed. */
  readonly reason: string | null;
}

/** Everything that the jobs page shows. */
export interface JobOverview {
  readonly pausedSince: Date | null;
  /** Worker processes alive, on all machines. */
  readonly workers: number;
  /** Works that wait for their features or have them looked for. */
  readonly pending: number;
  readonly waiting: WaitingWorks | null;
  readonly throughput: Throughput;
  readonly running: readonly JobReport[];
  /** Jobs that failed and are tried again by themselves. */
  readonly retrying: readonly JobReport[];
  /** Works that were given up, newest first; only the first of them are listed. */
  readonly failedWorks: { readonly total: number; readonly works: readonly Artwork[] };
  /** Other jobs that were given up. */
  readonly failedJobs: readonly JobReport[];
  /** Changed works that Elasticsearch does not have yet; null if the index is in memory and has none to wait for. */
  readonly indexWaiting: number | null;
}

const listed = { jobs: 20, works: 50 } as const;
const rateMinutes = 5;

export async function jobOverview(db: Database): Promise<JobOverview> {
  const [works, workers, paused, waiting, finished, failed, jobs] = await Promise.all([
    countArtworks(db),
    countLiveWorkers(db),
    pausedSince(db),
    waitingWorks(db),
    finishedLately(db, 'extract-features', rateMinutes),
    listArtworks(db, {
      filter: {},
      sort: 'newest',
      offset: 0,
      limit: listed.works,
      shown: { ...shownToCurators, states: ['failed'] },
    }),
    readJobs(db),
  ]);
  return {
    pausedSince: paused,
    workers,
    pending: works.pending,
    waiting,
    throughput: throughput(finished, works.pending),
    ...jobs,
    failedWorks: { total: failed.total, works: failed.artworks },
    indexWaiting: settings().elasticsearchUrl === null ? null : await countDueChanges(db),
  };
}

interface JobRow {
  readonly id: string;
  readonly task: string;
  readonly key: string | null;
  readonly attempts: number;
  readonly at: Date;
  readonly lastError: string | null;
  readonly state: 'running' | 'retrying' | 'failedJobs';
}

async function readJobs(
  db: Database,
): Promise<Record<'running' | 'retrying' | 'failedJobs', readonly JobReport[]>> {
  if (!(await areJobTablesThere(db))) return { running: [], retrying: [], failedJobs: [] };
  const rows = await db.$queryRaw<JobRow[]>`
    WITH known AS (
      SELECT id::text, task_identifier AS task, key, attempts, last_error AS "lastError",
        CASE WHEN locked_at IS NOT NULL THEN 'running' WHEN attempts >= max_attempts THEN 'failedJobs' ELSE 'retrying' END AS state,
        CASE WHEN locked_at IS NOT NULL THEN locked_at WHEN attempts >= max_attempts THEN updated_at ELSE run_at END AS at
      FROM graphile_worker.jobs
      WHERE locked_at IS NOT NULL OR (attempts > 0 AND attempts < max_attempts)
        -- A work that was given up is listed as a work.
        OR (attempts >= max_attempts AND task_identifier <> 'extract-features')
    ), numbered AS (SELECT *, row_number() OVER (PARTITION BY state ORDER BY at) AS number FROM known)
    SELECT * FROM numbered WHERE number <= ${listed.jobs} ORDER BY at`;
  const works = await findArtworks(
    db,
    rows.flatMap(({ key }) => artworkOfJob(key) ?? []),
  );
  const reports = (state: JobRow['state']) =>
    rows
      .filter((row) => row.state === state)
      .map(({ id, task, key, attempts, at, lastError }) => {
        const artwork = works.find((work) => work.id === artworkOfJob(key)) ?? null;
        return { id, task, artwork, attempts, at, reason: lastError?.split('\n')[0]?.trim() ?? null };
      });
  return { running: reports('running'), retrying: reports('retrying'), failedJobs: reports('failedJobs') };
}
