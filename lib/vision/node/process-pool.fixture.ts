import { appendFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from '@/lib/platform/problem';
import { serveWorker } from './serve-worker';

/** What the pool's tests have a worker do. A deed is written to `diary` before it is done. */
export interface FixtureTask {
  readonly deed: 'answer' | 'die' | 'hang' | 'refuse' | 'break';
  readonly diary?: string;
}

serveWorker<
  { refuse?: boolean },
  { greeting: string },
  FixtureTask,
  { processId: number; bytes: Float32Array }
>(({ refuse }) => {
  if (refuse) return Promise.reject(new Problem('unavailable', 'no network here'));
  return Promise.resolve({
    ready: { greeting: 'hello' },
    answer: async ({ deed, diary }) => {
      if (diary) appendFileSync(diary, `${process.pid}\n`);
      if (deed === 'die') process.kill(process.pid, 'SIGKILL');
      if (deed === 'hang') await sleep(1e6);
      if (deed === 'refuse') throw new Problem('not-found', 'no such layer', { layers: ['a'] });
      if (deed === 'break') throw new TypeError('a defect');
      return { processId: process.pid, bytes: Float32Array.of(1, 2) };
    },
  });
});
