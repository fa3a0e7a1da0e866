import { setTimeout as wait } from 'node:timers/promises';
import { type Client as PostgresClient } from 'pg';
import { indexChangesChannel } from '@/lib/catalog/index-changes.repository';
import { log } from '@/lib/platform/log';
import { ensureIndex } from './ensure-index';
import { followChanges } from './index-due-changes';
import { describeOutage, isOutage } from '../outage';
import { type Upkeep, whileAlone } from './maintenance';

/** How often is looked without being told, and how soon another process takes over from one that died. */
const lookEveryMs = 5_000;
const restMs = { first: 1_000, max: 30_000 };

/**
 * Has the index follow Postgres until `signal` aborts: a commit says that there is something to do, and what it
 * says is lost when nobody listens, but what is due is not. One process of all on the database does the work, the
 * others stand by. While Elasticsearch is out of reach it tries again, at first each second, then twice a minute.
 */
export async function keepFollowing(upkeep: Upkeep, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await whileAlone(upkeep, 'following', (connection) => follow(upkeep, connection, signal));
    } catch (error) {
      log.warn({ reason: reasonOf(error) }, 'The index does not follow Postgres for a moment');
    }
    await rest(lookEveryMs, signal);
  }
}

async function follow(upkeep: Upkeep, connection: PostgresClient, signal: AbortSignal): Promise<void> {
  await connection.query(`LISTEN ${indexChangesChannel}`);
  let restingMs: number = restMs.first;
  while (!signal.aborted) {
    const told = new AbortController();
    const wake = () => told.abort();
    connection.once('notification', wake);
    connection.once('end', wake);
    try {
      await ensureIndex(upkeep);
      const works = await followChanges(upkeep);
      if (works > 0) log.info({ works }, 'The index was told of changed works');
      if (restingMs > restMs.first) log.info('The index follows Postgres again');
      restingMs = restMs.first;
      await rest(lookEveryMs, AbortSignal.any([signal, told.signal]));
    } catch (error) {
      if (restingMs === restMs.first)
        log.warn(
          { reason: reasonOf(error) },
          'Elasticsearch takes no changes: they wait, and are tried again',
        );
      await rest(restingMs, signal);
      restingMs = Math.min(2 * restingMs, restMs.max);
    } finally {
      connection.off('notification', wake);
      connection.off('end', wake);
    }
    // Throws when the connection is gone, and with it the lock: another process may be following now.
    await connection.query('SELECT');
  }
}

async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await wait(ms, undefined, { signal }).catch(() => undefined);
}

function reasonOf(error: unknown): string {
  if (isOutage(error)) return describeOutage(error);
  return error instanceof Error ? error.message : String(error);
}
