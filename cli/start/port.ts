import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { Problem } from '@/lib/platform/problem';
import { commandOf } from '@/lib/platform/process-identity';

/** The site of a run that was just killed may need a moment to let go. */
const patienceMs = 3_000;
const retryMs = 100;

/**
 * @param procfs where the kernel lists processes; without it, as on a Mac, the process is not named
 * @throws Problem `conflict` that says which process has the port, or why the address cannot be listened on
 */
export async function ensurePortIsFree(host: string, port: number, procfs = '/proc'): Promise<void> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const code = await tryListening(host, port);
    if (code === null) return;
    if (code !== 'EADDRINUSE') throw refusal(code, host, port);
    if (Date.now() > deadline) break;
    await wait(retryMs);
  }
  const pid = listenerOn(port, procfs);
  const who =
    pid === null ? 'another program' : `process ${pid} (${commandOf(pid) ?? 'its command cannot be read'})`;
  throw new Problem(
    'conflict',
    `Port ${port} is taken by ${who}. End that, or set PORT to another, e.g. PORT=${port + 1} npm start.`,
    { port, pid },
  );
}

/** The process that listens on a TCP port; null if that cannot be known, as on a system without /proc. */
export function listenerOn(port: number, procfs = '/proc'): number | null {
  const sockets = new Set(
    ['tcp', 'tcp6'].flatMap((table) => listeningSockets(`${procfs}/net/${table}`, port)),
  );
  if (sockets.size === 0) return null;
  const pids = namesIn(procfs).filter((name) => /^\d+$/.test(name));
  const found = pids.find((pid) =>
    namesIn(`${procfs}/${pid}/fd`).some((fd) => sockets.has(linkOf(`${procfs}/${pid}/fd/${fd}`))),
  );
  return found === undefined ? null : Number(found);
}

/** `socket:[inode]` of each listening socket: columns of /proc/net/tcp are sl, local, remote, st, …, inode the tenth. */
function listeningSockets(table: string, port: number): string[] {
  let text: string;
  try {
    text = readFileSync(table, 'utf8');
  } catch {
    return [];
  }
  const local = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const rows = text.split('\n').map((line) => line.trim().split(/\s+/));
  return rows.filter((row) => row[3] === '0A' && row[1]?.endsWith(local)).map((row) => `socket:[${row[9]}]`);
}

/** @returns the error's code, or null when listening works */
function tryListening(host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    probe.listen(port, host, () => probe.close(() => resolve(null)));
  });
}

function refusal(code: string, host: string, port: number): Problem {
  const reasons: Record<string, string> = {
    EACCES: `Port ${port} needs rights that this user has not. Set PORT to one from 1024.`,
    EADDRNOTAVAIL: `HOST is ${host}, which is no address of this machine. Leave it out to listen on all.`,
    ENOTFOUND: `HOST is ${host}, a name that cannot be resolved. Leave it out to listen on all addresses.`,
  };
  return new Problem('conflict', reasons[code] ?? `${host}:${port} cannot be listened on: ${code}.`);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function linkOf(file: string): string {
  try {
    return readlinkSync(file);
  } catch {
    return '';
  }
}
