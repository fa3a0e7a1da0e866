import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { say } from './say';

export interface ChildCommand {
  readonly name: string;
  /** Of Node: options, script and its arguments. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** False: what it writes to stdout is dropped. */
  readonly shown?: boolean;
}

const backoffMs = { first: 1_000, max: 30_000 };
/** One that ran so long has recovered: its next restart is quick again. */
const steadyMs = 60_000;
const stopMsMax = 20_000;

/** A Node process in its own group, so that Ctrl-C reaches only this one; its channel closes when this one is gone. */
export function startChild({ args, env, shown = true }: ChildCommand): ChildProcess {
  return spawn(process.execPath, [...args], {
    detached: true,
    stdio: ['ignore', shown ? 'inherit' : 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, ...env },
  });
}

/** Asks a process to end, and ends it when it does not. */
export async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), stopMsMax);
  await ended;
  clearTimeout(timer);
}

/** Keeps a process running until `signal` aborts: one that ends is started again, after a wait that grows. */
export async function keepRunning(command: ChildCommand, signal: AbortSignal): Promise<void> {
  let backoff = backoffMs.first;
  while (!signal.aborted) {
    const started = performance.now();
    const child = startChild(command);
    const stop = () => void stopChild(child);
    signal.addEventListener('abort', stop, { once: true });
    const ending = await endOf(child);
    signal.removeEventListener('abort', stop);
    if (signal.aborted) return;
    if (performance.now() - started > steadyMs) backoff = backoffMs.first;
    say(`The ${command.name} ended (${ending}); it is started again in ${backoff / 1000} s.`);
    await wait(backoff, undefined, { signal }).catch(() => undefined);
    backoff = Math.min(2 * backoff, backoffMs.max);
  }
}

/** Runs a process to its end. @returns null when it succeeded, else how it ended */
export async function runOnce(command: ChildCommand, signal: AbortSignal): Promise<string | null> {
  if (signal.aborted) return 'not started';
  const child = startChild(command);
  const stop = () => void stopChild(child);
  signal.addEventListener('abort', stop, { once: true });
  const ending = await endOf(child);
  signal.removeEventListener('abort', stop);
  return ending === 'code 0' ? null : ending;
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? `code ${code}`));
  });
}
