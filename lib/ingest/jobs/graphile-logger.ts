import { Logger } from 'graphile-worker';
import { log } from '@/lib/platform/log';

/** graphile-worker announces every job as `info`; that is our `debug`. */
const levels = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const;

/** graphile-worker's log, as lines of ours. */
export const graphileLogger = new Logger((scope) => (level, message) => {
  log[levels[level]]({ ...scope }, message);
});
