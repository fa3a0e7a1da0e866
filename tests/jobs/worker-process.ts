import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Client } from 'pg';

/** `gafu worker` as a process of its own, on the database that the environment names. `env` is added to that. */
export function startWorker(env: Readonly<Record<string, string>> = {}): ChildProcess {
  return spawn(process.execPath, ['cli/gafu.mjs', 'worker'], {
    // Named, since Jest's own process.env is not the one that a child inherits.
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** Ends it and waits until it is gone. */
export async function endWorker(worker: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return;
  const gone = once(worker, 'exit');
  worker.kill(signal);
  await gone;
}

export interface QueueState {
  readonly waiting: number;
  readonly locked: number;
}

/** Asks the queue until it is in the state that is waited for. @throws Error after `withinMs` */
export async function untilQueue(
  url: string,
  what: string,
  reached: (queue: QueueState) => boolean,
  withinMs = 120_000,
): Promise<QueueState> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const deadline = performance.now() + withinMs;
    while (performance.now() < deadline) {
      // The pause is Postgres', so that asking again does not keep a core busy.
      const { rows } = await client.query<QueueState>(
        `SELECT count(*)::integer AS waiting, count(locked_by)::integer AS locked
         FROM graphile_worker.jobs, (SELECT pg_sleep(0.02)) AS pause WHERE task_identifier = 'extract-features'`,
      );
      const queue = rows[0] ?? { waiting: 0, locked: 0 };
      if (reached(queue)) return queue;
    }
    throw new Error(`not within ${withinMs / 1000} s: ${what}`);
  } finally {
    await client.end();
  }
}
