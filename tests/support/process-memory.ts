import { readdirSync, readFileSync } from 'node:fs';

/** The most memory a process has held at once, in bytes: the kernel's high-water mark of its resident set (Linux). */
export function peakResidentBytes(pid: number): number {
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(statusOf(pid))?.[1];
  return 1024 * Number(kilobytes ?? 0);
}

/** A process and all that it started, directly or not, that still run (Linux). */
export function processTree(root: number): readonly number[] {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), Number(/^PPid:\s+(\d+)$/m.exec(statusOf(Number(name)))?.[1] ?? 0)]),
  );
  const tree = [root];
  for (const pid of tree) for (const [child, parent] of parents) if (parent === pid) tree.push(child);
  return tree;
}

function statusOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return '';
  }
}
