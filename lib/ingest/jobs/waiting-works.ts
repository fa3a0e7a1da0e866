import { type Database } from '@/lib/catalog/database';
import { areJobTablesThere } from './job-counts';
import { countLiveWorkers } from './worker-liveness';

/** Why works wait for their features. */
export type WaitingReason =
  /** Workers are at it, or take the rest next. */
  | { readonly kind: 'in-progress' }
  /** `gafu add` has them in hand; if it was ended, workers take them up from `until` on. */
  | { readonly kind: 'in-hand'; readonly until: Date }
  /** An attempt failed for a reason that may pass. */
  | { readonly kind: 'retry'; readonly at: Date; readonly lastError: string }
  /** Nothing would take them up. */
  | { readonly kind: 'no-job' };

export interface WaitingWorks {
  /** When the oldest of them was stored or changed last. */
  readonly since: Date;
  readonly reason: WaitingReason;
  /** Whether a worker runs that can take them up. */
  readonly hasWorker: boolean;
}

interface Jobs {
  readonly due: number;
  readonly heldUntil: Date | null;
  readonly retryAt: Date | null;
  readonly lastError: string | null;
}

/** Since when and why works wait for their features; null if none does. */
export async function waitingWorks(db: Database): Promise<WaitingWorks | null> {
  const [pending] = await db.$queryRaw<
    { since: Date | null }[]
  >`SELECT min(updated_at) AS since FROM artworks WHERE state = 'pending'`;
  if (!pending?.since) return null;
  const jobs = (await areJobTablesThere(db)) ? await extractionJobs(db) : null;
  return { since: pending.since, reason: reasonOf(jobs), hasWorker: (await countLiveWorkers(db)) > 0 };
}

async function extractionJobs(db: Database): Promise<Jobs | null> {
  const [jobs] = await db.$queryRaw<Jobs[]>`
    SELECT count(*) FILTER (WHERE locked_at IS NOT NULL OR run_at <= now())::integer AS due,
           min(run_at) FILTER (WHERE run_at > now() AND attempts = 0) AS "heldUntil",
           min(run_at) FILTER (WHERE run_at > now() AND attempts > 0) AS "retryAt",
           (array_agg(last_error ORDER BY updated_at DESC) FILTER (WHERE last_error IS NOT NULL))[1] AS "lastError"
    FROM graphile_worker.jobs WHERE task_identifier = 'extract-features' AND attempts < max_attempts`;
  return jobs ?? null;
}

function reasonOf(jobs: Jobs | null): WaitingReason {
  if (jobs?.retryAt) return { kind: 'retry', at: jobs.retryAt, lastError: jobs.lastError ?? 'unknown' };
  if (jobs && jobs.due > 0) return { kind: 'in-progress' };
  return jobs?.heldUntil ? { kind: 'in-hand', until: jobs.heldUntil } : { kind: 'no-job' };
}
