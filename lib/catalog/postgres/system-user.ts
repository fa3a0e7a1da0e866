import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';
import { Problem } from '@/lib/platform/problem';

/** Whom the server runs as: Postgres refuses root. Null: as this process. */
export interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

/** The user `postgres`, made when this process is root and there is none. @throws Problem `unavailable` */
export function serverUser(): SystemUser | null {
  if (process.getuid?.() !== 0) return null;
  const found = lookUp();
  if (found !== null) return found;
  const ways = [
    ['useradd', '--system', '--user-group', '--no-create-home', 'postgres'],
    ['adduser', '-S', '-H', 'postgres'],
  ] as const;
  for (const [command, ...options] of ways) {
    try {
      execFileSync(command, options, { stdio: 'ignore' });
    } catch {
      continue;
    }
    const made = lookUp();
    if (made !== null) return made;
  }
  const advice = 'Run Gafu as another user, add a system user named postgres, or set DATABASE_URL.';
  throw new Problem(
    'unavailable',
    `Postgres refuses to run as root, and no user for it could be made. ${advice}`,
  );
}

/** Whether any user may pass through all folders down to this one. Folders that do not exist yet are passed over. */
export function isEnterableByAll(folder: string): boolean {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const mode = statSync(at, { throwIfNoEntry: false })?.mode;
    if (mode !== undefined && (mode & 0o001) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}

function lookUp(): SystemUser | null {
  try {
    const number = (flag: string) =>
      Number.parseInt(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: 'pipe' }), 10);
    return { uid: number('-u'), gid: number('-g') };
  } catch {
    return null;
  }
}
