import { readFileSync } from 'node:fs';

/** Identifies one process for good: a pid alone is reused, especially after a restart. */
export function processIdentity(pid: number = process.pid): string {
  return `${pid}-${startOf(pid) ?? 'unknown'}`;
}

/** Whether the process of this identity still runs. Without /proc only the pid is compared. */
export function isRunning(identity: string): boolean {
  const [pidText = '', ...rest] = identity.split('-');
  const pid = Number(pidText);
  if (!isPidInUse(pid)) return false;
  const start = startOf(pid);
  return start === null || start === rest.join('-');
}

/** Whether a process of this pid is alive; a zombie is not. */
export function isPidInUse(pid: number): boolean {
  if (!Number.isInteger(pid) || pid < 1) return false;
  try {
    process.kill(pid, 0);
    return statOf(pid)?.[0] !== 'Z';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The command line of a process, for messages; null if it cannot be read. */
export function commandOf(pid: number): string | null {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' ').trim();
    return command === '' ? null : command;
  } catch {
    return null;
  }
}

/** Clock ticks from boot to the process's start, and the boot's id; null without /proc. */
function startOf(pid: number): string | null {
  const ticks = statOf(pid)?.[19];
  if (ticks === undefined) return null;
  return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim().slice(0, 8)}.${ticks}`;
}

/** The fields of /proc/<pid>/stat from the third, the state, on. */
function statOf(pid: number): string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in parentheses and may hold spaces: count from its end.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}
