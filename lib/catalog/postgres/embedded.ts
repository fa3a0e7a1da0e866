import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { releaseFileLock, tryFileLock, withFileLock } from '@/lib/platform/file-lock';
import { log } from '@/lib/platform/log';
import { isRunning, processIdentity } from '@/lib/platform/process-identity';
import { postgresBinaries } from './binaries';
import {
  askToStop,
  initialiseCluster,
  readPostmaster,
  startServer,
  stopServer,
  untilReady,
  type RunningServer,
} from './server-process';
import { serverFolder, serverPassword, type ServerFolder } from './server-folder';
import { serverUser } from './system-user';

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
 * A real Postgres on `<dataDir>/postgres`, as a process of its own. Whoever comes first starts it, others find it by
 * its postmaster.pid, and the last to leave stops it; users that were killed are not counted.
 * @throws Problem `unavailable` when it cannot be started
 */
export async function openEmbeddedPostgres(
  dataDir: string,
  options: EmbeddedOptions = {},
): Promise<EmbeddedPostgres> {
  mkdirSync(dataDir, { recursive: true, mode: 0o755 });
  const systemUser = serverUser();
  const folder = serverFolder(dataDir, systemUser);
  const user = options.user ?? processIdentity();
  return await withFileLock(folder.lockFile, async () => {
    const password = serverPassword(folder);
    const live = readPostmaster(folder);
    let server: RunningServer;
    if (live === null) {
      if (folder.movedAway)
        log.info(
          { folder: folder.root },
          'Postgres keeps its data outside the data folder, which its user cannot enter',
        );
      const binaries = postgresBinaries(systemUser);
      initialiseCluster(folder, binaries, systemUser, password);
      rmSync(path.join(folder.cluster, 'postmaster.pid'), { force: true });
      server = await startServer(folder, binaries, systemUser, options.flags ?? []);
    } else {
      server = await untilReady(folder, () =>
        readPostmaster(folder) === null ? 'the one that was running is gone' : null,
      );
    }
    const url = (database: string) => `postgresql://gafu:${password}@127.0.0.1:${server.port}/${database}`;
    await createDatabaseIfMissing(url('postgres'));
    writeFileSync(path.join(folder.users, user), '');
    const forget = user === processIdentity() ? releaseAtExit(folder, user) : () => undefined;
    return {
      url: url('gafu'),
      pid: server.pid,
      folder: folder.root,
      origin: live === null ? 'started' : 'reused',
      close: async () => {
        forget();
        await leave(folder, user);
      },
    };
  });
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

/** For a process that exits without closing: nothing can be awaited then, so the server is only told. */
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
