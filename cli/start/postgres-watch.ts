import { setTimeout as wait } from 'node:timers/promises';
import { closeDatabase, database, embeddedPostgres } from '@/lib/catalog/database';
import { isPidInUse } from '@/lib/platform/process-identity';
import { say } from './say';

const everyMs = 2_000;

/**
 * Starts the embedded Postgres again when its process has died, until `signal` aborts. It comes back on the same
 * port, so that web and worker find it again by themselves.
 */
export async function watchPostgres(signal: AbortSignal): Promise<void> {
  if ((await embeddedPostgres()) === null) return;
  for (;;) {
    await wait(everyMs, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return;
    try {
      const server = await embeddedPostgres();
      if (server !== null && isPidInUse(server.pid)) continue;
      say('Postgres has ended by itself; it is started again.');
      await closeDatabase();
      await database();
    } catch (error) {
      say(`Postgres cannot be started: ${(error as Error).message}`);
    }
  }
}
