import { setTimeout as wait } from 'node:timers/promises';
import { type Client as PostgresClient } from 'pg';
import { indexChangesChannel } from '@/lib/catalog/index-changes.repository';
import { log } from '@/lib/platform/log';
import { describeOutage, isOutage } from '../outage';
import { ensureIndex } from './ensure-index';
import { indexDueChanges } from './index-due-changes';
import { type IndexMaintenance, withAdvisoryLock } from './maintenance';

/** How often changes are looked for without a notification, and how soon another process takes over from a dead one. */
const pollMs = 5_000;
const retryMs = { first: 1_000, max: 30_000 };

/**
 * Keeps the index up to date with Postgres until `signal` aborts. Each commit sends a notification; one that nobody
 * receives is lost, but its change stays due. One process does the work while the others on the database stand by.
 * While Elasticsearch is down it retries, after a second at first, later twice a minute.
 */
export async function runIndexer(maintenance: IndexMaintenance, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await withAdvisoryLock(maintenance, 'indexing', (connection) => index(maintenance, connection, signal));
    } catch (error) {
      log.warn({ reason: reasonOf(error) }, 'Indexing was interrupted and will be tried again');
    }
    await sleep(pollMs, signal);
  }
}

async function index(
  maintenance: IndexMaintenance,
  connection: PostgresClient,
  signal: AbortSignal,
): Promise<void> {
  await connection.query(`LISTEN ${indexChangesChannel}`);
  let retryInMs: number = retryMs.first;
  while (!signal.aborted) {
    const notified = new AbortController();
    const wake = () => notified.abort();
    connection.once('notification', wake);
    connection.once('end', wake);
    try {
      await ensureIndex(maintenance);
      const works = await indexDueChanges(maintenance);
      if (works > 0) log.info({ works }, 'Changed works were written to the search index');
      if (retryInMs > retryMs.first) log.info('The search index is being updated again');
      retryInMs = retryMs.first;
      await sleep(pollMs, AbortSignal.any([signal, notified.signal]));
    } catch (error) {
      if (retryInMs === retryMs.first)
        log.warn(
          { reason: reasonOf(error) },
          'The search index could not be updated: the changes are kept and tried again',
        );
      await sleep(retryInMs, signal);
      retryInMs = Math.min(2 * retryInMs, retryMs.max);
    } finally {
      connection.off('notification', wake);
      connection.off('end', wake);
    }
    // Throws if the connection is gone and the lock with it: another process may be indexing now.
    await connection.query('SELECT');
  }
}

async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  await wait(ms, undefined, { signal }).catch(() => undefined);
}

function reasonOf(error: unknown): string {
  if (isOutage(error)) return describeOutage(error);
  return error instanceof Error ? error.message : String(error);
}
