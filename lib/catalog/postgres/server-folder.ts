import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeFolder } from '@/lib/platform/make-folder';
import { isEnterableByAll, type SystemUser } from './system-user';

/** Where an embedded server keeps what. */
export interface ServerFolder {
  readonly root: string;
  /** Postgres' own data directory. */
  readonly cluster: string;
  readonly lockFile: string;
  /** One file per process that uses the server, named by its identity. */
  readonly users: string;
  readonly logFile: string;
  /** The port that the server last had. */
  readonly portFile: string;
  /** True when it is not under the data folder, since the server's user could not reach it there. */
  readonly movedAway: boolean;
}

/**
 * `<dataDir>/postgres`. Where the server must run as another user, and that user cannot enter the data folder (a
 * clone in root's home or made by mktemp), `/var/lib/gafu/<hash of the data folder>/postgres`.
 */
export function serverFolder(dataDir: string, user: SystemUser | null): ServerFolder {
  const movedAway = user !== null && !isEnterableByAll(dataDir);
  const base = movedAway ? path.join('/var/lib/gafu', keyOf(dataDir)) : dataDir;
  const root = path.join(base, 'postgres');
  const users = path.join(root, 'users');
  makeFolder(users, 0o755);
  return {
    root,
    cluster: path.join(root, 'cluster'),
    lockFile: path.join(root, 'lock'),
    users,
    logFile: path.join(root, 'server.log'),
    portFile: path.join(root, 'port'),
    movedAway,
  };
}

/** The server's password, made at first use and readable by its owner only. Call it under the lock. */
export function serverPassword(folder: ServerFolder): string {
  const file = path.join(folder.root, 'password');
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    const password = randomBytes(24).toString('base64url');
    writeFileSync(file, password, { mode: 0o600 });
    return password;
  }
}

function keyOf(folder: string): string {
  return createHash('sha256').update(path.resolve(folder)).digest('hex').slice(0, 12);
}
