import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { releaseFileLock, tryFileLock, withFileLock } from '@/lib/platform/file-lock';
import { makeFolder } from '@/lib/platform/make-folder';
import { log } from '@/lib/platform/log';
import { isRunning, processIdentity } from '@/lib/platform/process-identity';
import { postgresBinaries } from './binaries';
import {
  askToStop,
  initialiseCluster,
  readPostmaster,
  startServer,
  stopServer,
  untilGone,
  type RunningServer,
} from './server-process';
import { serverFolder, serverPassword, type ServerFolder } from './server-folder';
import { serverUser, type SystemUser } from './system-user';

const pollMs = 25;

export interface EmbeddedPostgres {
  /** Of the database `gafu`, with user and password. */
  readonly url: string;
  readonly pid: number;
  readonly folder: string;
  /** `started` by this process; `reused` from another one, be it alive or killed. */
  readonly origin: 'started' | 'reused';
  /** Leaves the server, and stops it when nobody else uses it. */
  close(): Promise<void>;
}

export interface EmbeddedOptions {
  /** Further options of the server, `-c name=value`. */
  readonly flags?: readonly string[];
  /** Who is counted as using the server: a {@link processIdentity}; this process by default. */
  readonly user?: string;
}

/**
 * A real Postgres on `<dataDir>/postgres`, as a process of its own. The first process starts it, others find it by
 * its postmaster.pid, and the last to leave stops it; users that were killed are not counted.
 * @throws Problem `unavailable` when it cannot be started
 */
export async function openEmbeddedPostgres(
  dataDir: string,
  options: EmbeddedOptions = {},
): Promise<EmbeddedPostgres> {
  makeFolder(dataDir, 0o755);
  const systemUser = serverUser();
  const folder = serverFolder(dataDir, systemUser);
  const user = options.user ?? processIdentity();
  return await withFileLock(folder.lockFile, async () => {
    const password = serverPassword(folder);
    const { server, origin } = await findOrStart(folder, systemUser, password, options.flags ?? []);
    writeFileSync(path.join(folder.users, user), '');
    const forget = user === processIdentity() ? releaseAtExit(folder, user) : () => undefined;
    return {
      url: urlOf(server, password, 'gafu'),
      pid: server.pid,
      folder: folder.root,
      origin,
      close: async () => {
        forget();
        await leave(folder, user);
      },
    };
  });
}

interface FoundServer {
  readonly server: RunningServer;
  readonly origin: EmbeddedPostgres['origin'];
}

async function findOrStart(
  folder: ServerFolder,
  systemUser: SystemUser | null,
  password: string,
  flags: readonly string[],
): Promise<FoundServer> {
  for (;;) {
    const found = readPostmaster(folder);
    if (found !== null && !found.ready) {
      // It is starting, which takes long after a crash, or stopping.
      await wait(pollMs);
      continue;
    }
    const server = found ?? (await start(folder, systemUser, password, flags));
    try {
      await createDatabaseIfMissing(urlOf(server, password, 'postgres'));
      return { server, origin: found === null ? 'started' : 'reused' };
    } catch (error) {
      // One that is just ending, or was killed this moment, still has its postmaster.pid.
      if (found === null || !isEndingServer(error)) throw error;
      await untilGone(server.pid);
    }
  }
}

async function start(
  folder: ServerFolder,
  systemUser: SystemUser | null,
  password: string,
  flags: readonly string[],
): Promise<RunningServer> {
  if (folder.movedAway) {
    log.info(
      { folder: folder.root },
      'Postgres keeps its data outside the data folder, which its user cannot enter',
    );
  }
  const binaries = postgresBinaries(systemUser);
  initialiseCluster(folder, binaries, systemUser, password);
  rmSync(path.join(folder.cluster, 'postmaster.pid'), { force: true });
  return await startServer(folder, binaries, systemUser, flags);
}

function isEndingServer(error: unknown): boolean {
  const shuttingDown = '57P03';
  return ['ECONNREFUSED', 'ECONNRESET', shuttingDown].includes((error as { code?: string }).code ?? '');
}

function urlOf({ port }: RunningServer, password: string, database: string): string {
  return `postgresql://gafu:${password}@127.0.0.1:${port}/${database}`;
}

/** Takes a user off the server of this data folder, and stops the server when that was the last one. */
export async function leaveEmbeddedPostgres(dataDir: string, user: string): Promise<void> {
  await leave(serverFolder(dataDir, serverUser()), user);
}

async function leave(folder: ServerFolder, user: string): Promise<void> {
  await withFileLock(folder.lockFile, async () => {
    if (usersAfter(folder, user) === 0) await stopServer(folder);
  });
}

/** For a process that exits without closing: nothing can be awaited then, so the server is only sent its signal. */
function releaseAtExit(folder: ServerFolder, user: string): () => void {
  const release = () => {
    if (!tryFileLock(folder.lockFile)) return;
    const server = usersAfter(folder, user) === 0 ? readPostmaster(folder) : null;
    if (server !== null) askToStop(server.pid);
    releaseFileLock(folder.lockFile);
  };
  process.once('exit', release);
  return () => process.off('exit', release);
}

/** How many living users are left without this one. */
function usersAfter(folder: ServerFolder, user: string): number {
  rmSync(path.join(folder.users, user), { force: true });
  const users = readdirSync(folder.users);
  const dead = users.filter((name) => !isRunning(name));
  for (const name of dead) rmSync(path.join(folder.users, name), { force: true });
  return users.length - dead.length;
}

async function createDatabaseIfMissing(adminUrl: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = 'gafu'");
    if (rowCount === 0) await client.query('CREATE DATABASE gafu');
  } finally {
    await client.end();
  }
}
