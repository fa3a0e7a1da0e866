import { Pool } from 'pg';
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterPostgres } from 'rate-limiter-flexible';
import { log } from './log';
import { processSingleton } from './process-singleton';
import { settings } from './settings';

const connectionsMax = 2;
const connectMsMax = 2_000;

/** Separate from Prisma's connections, so that a count never waits behind a search. */
function countsPool(connectionString: string): Pool {
  return processSingleton('rate-limit-connections', () => {
    const pool = new Pool({
      connectionString,
      max: connectionsMax,
      connectionTimeoutMillis: connectMsMax,
      allowExitOnIdle: true,
    });
    pool.on('error', ({ message }) => log.warn({ reason: message }, 'A connection for counting was lost'));
    return pool;
  });
}

/**
 * Counts what each key did in the last `windowSeconds`, in Postgres (table `rate_limits`): for all servers together
 * and across restarts. If Postgres does not answer, or none is set because the process runs alone, the process counts
 * in its own memory.
 * @param points how much a key may do
 */
export function sharedCounts(keyPrefix: string, points: number, windowSeconds: number): RateLimiterAbstract {
  const { databaseUrl } = settings();
  const own = new RateLimiterMemory({ keyPrefix, points, duration: windowSeconds });
  if (databaseUrl === null) return own;
  return new RateLimiterPostgres({
    storeClient: countsPool(databaseUrl),
    storeType: 'pool',
    tableName: 'rate_limits',
    tableCreated: true,
    keyPrefix,
    points,
    duration: windowSeconds,
    insuranceLimiter: own,
  });
}
