import { execFileSync, spawn } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { environmentProblemIn } from '@/lib/platform/environment-error';
import { Problem } from '@/lib/platform/problem';
import { commandOf, isPidInUse } from '@/lib/platform/process-identity';
import { type Binaries } from './binaries';
import { type ServerFolder } from './server-folder';
import { type SystemUser } from './system-user';

const pollMs = 25;
/** A server that was killed replays its log before it answers. */
const startMsMax = 120_000;

export interface RunningServer {
  readonly pid: number;
  readonly port: number;
}

/** What postmaster.pid says about a server on this folder; null when none runs. Its line 8 is `ready` once it answers. */
export function readPostmaster(folder: ServerFolder): (RunningServer & { ready: boolean }) | null {
  let lines: string[];
  try {
    lines = readFileSync(path.join(folder.cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return null;
  }
  const pid = Math.abs(Number.parseInt(lines[0] ?? '', 10));
  const command = commandOf(pid);
  // After a restart of the machine the pid may belong to another program.
  if (!isPidInUse(pid) || (command !== null && !command.includes('postgres'))) return null;
  return { pid, port: Number.parseInt(lines[3] ?? '', 10), ready: lines[7]?.trim() === 'ready' };
}

/** Makes the data directory if there is none. @throws Problem `unavailable` with initdb's own words */
export function initialiseCluster(
  folder: ServerFolder,
  binaries: Binaries,
  user: SystemUser | null,
  password: string,
): void {
  if (existsSync(path.join(folder.cluster, 'PG_VERSION'))) return;
  // What an interrupted run left is no data directory yet, and initdb wants an empty one.
  rmSync(folder.cluster, { recursive: true, force: true });
  mkdirSync(folder.cluster, { mode: 0o700 });
  const passwordFile = path.join(folder.root, 'password.initdb');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user !== null) for (const owned of [folder.cluster, passwordFile]) chownSync(owned, user.uid, user.gid);
  // The builtin locale sorts and folds alike on every machine, whatever its C library.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const login = ['--username=gafu', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  try {
    execFileSync(binaries.initdb, [`--pgdata=${folder.cluster}`, ...login, ...locale], {
      ...user,
      cwd: folder.root,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, LC_ALL: 'C' },
    });
  } catch (error) {
    rmSync(folder.cluster, { recursive: true, force: true });
    const reason = String((error as { stderr?: Buffer }).stderr ?? error).trim();
    throw (
      environmentProblemIn(reason, folder.root) ??
      new Problem('unavailable', `Postgres could not make its data directory ${folder.cluster}: ${reason}`)
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/**
 * Starts the server apart from this process: Ctrl-C in a terminal does not reach it, and it outlives a killed parent.
 * @throws Problem `unavailable` with the end of the server's log
 */
export async function startServer(
  folder: ServerFolder,
  binaries: Binaries,
  user: SystemUser | null,
  flags: readonly string[],
): Promise<RunningServer> {
  const port = await freePort(lastPort(folder));
  const log = openSync(folder.logFile, 'w', 0o640);
  const options = ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', ...flags];
  const child = spawn(binaries.postgres, ['-D', folder.cluster, '-p', String(port), ...options], {
    ...user,
    cwd: folder.root,
    detached: true,
    stdio: ['ignore', log, log],
    env: { ...process.env, LC_ALL: 'C' },
  });
  closeSync(log);
  let failure: string | null = null;
  child.once('error', (error) => (failure = error.message));
  child.once('exit', (code, signal) => (failure = `it ended with ${signal ?? `code ${code}`}`));
  child.unref();
  const server = await untilReady(folder, () => failure);
  writeFileSync(folder.portFile, String(server.port));
  child.removeAllListeners();
  return server;
}

/** Waits until the server on this folder answers. @throws Problem `unavailable` */
async function untilReady(folder: ServerFolder, failure: () => string | null): Promise<RunningServer> {
  const deadline = Date.now() + startMsMax;
  for (;;) {
    const server = readPostmaster(folder);
    if (server?.ready === true) return server;
    const reason =
      failure() ?? (Date.now() > deadline ? `it is not ready after ${startMsMax / 1000} s` : null);
    if (reason !== null) {
      const end = endOfLog(folder);
      throw (
        environmentProblemIn(end, folder.root) ??
        new Problem('unavailable', `Postgres did not start: ${reason}.\n${end}`)
      );
    }
    await wait(pollMs);
  }
}

/** Asks for a fast shutdown: transactions are rolled back, everything committed is written. */
export function askToStop(pid: number): void {
  try {
    process.kill(pid, 'SIGINT');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Waits for the process itself: until it is gone, the next server would refuse to start. */
export async function stopServer(folder: ServerFolder): Promise<void> {
  const server = readPostmaster(folder);
  if (server === null) return;
  askToStop(server.pid);
  await untilGone(server.pid);
}

/** @throws Problem `unavailable` for a process that does not end */
export async function untilGone(pid: number): Promise<void> {
  const deadline = Date.now() + startMsMax;
  while (isPidInUse(pid)) {
    if (Date.now() > deadline)
      throw new Problem('unavailable', `Postgres (process ${pid}) does not answer and does not end.`);
    await wait(pollMs);
  }
}

function endOfLog(folder: ServerFolder): string {
  try {
    return readFileSync(folder.logFile, 'utf8').trim().split('\n').slice(-8).join('\n');
  } catch {
    return '';
  }
}

/** The previous port, so that clients of a server that died reconnect to the next one. */
function lastPort(folder: ServerFolder): number {
  try {
    return Number.parseInt(readFileSync(folder.portFile, 'utf8'), 10) || 0;
  } catch {
    return 0;
  }
}

/** `preferred` if nobody listens there, else any. */
function freePort(preferred: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', () =>
      preferred === 0 ? reject(new Error('No port is free')) : resolve(freePort(0)),
    );
    probe.listen(preferred, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : preferred));
    });
  });
}
