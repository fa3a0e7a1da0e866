import { spawnSync } from 'node:child_process';
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import path from 'node:path';
import { ensureBuilt } from '@/cli/start/build';

/** A build of the site that can be started. */
export interface Checkout {
  readonly name: string;
  readonly root: string;
}

/** The files as they are now, built for production. */
export async function presentCheckout(): Promise<Checkout> {
  const root = process.cwd();
  await ensureBuilt(root, new AbortController().signal);
  return { name: 'working tree', root };
}

/**
 * A git revision in a worktree of its own, with the same packages, built for production. One that an earlier run has
 * kept is used again.
 * @throws Error when git does not know the revision, or it asks for other packages
 */
export async function checkoutOf(revision: string): Promise<Checkout> {
  const present = process.cwd();
  const commit = run('git', ['rev-parse', '--short', '--verify', `${revision}^{commit}`], present).trim();
  const root = path.join(present, '.cache', 'bench-pages', commit);
  if (!existsSync(root)) run('git', ['worktree', 'add', '--detach', root, commit], present);
  const lock = (checkout: string) => readFileSync(path.join(checkout, 'package-lock.json'), 'utf8');
  if (!existsSync(path.join(root, 'node_modules'))) {
    if (lock(root) === lock(present))
      linkTree(path.join(present, 'node_modules'), path.join(root, 'node_modules'));
    else run('npm', ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund'], root);
  }
  run('npm', ['run', '--silent', 'generate'], root);
  await ensureBuilt(root, new AbortController().signal);
  return { name: commit, root };
}

/** Removes what {@link checkoutOf} has made. */
export function removeCheckout({ root }: Checkout): void {
  rmSync(root, { recursive: true, force: true });
  run('git', ['worktree', 'prune'], process.cwd());
}

/**
 * The same files again, by hard links: Turbopack follows no symbolic link out of the checkout, and a copy would take
 * gigabytes.
 */
function linkTree(from: string, to: string): void {
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    // What is built is kept apart.
    if (entry.name === '.cache') continue;
    if (entry.isDirectory()) linkTree(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else linkSync(source, target);
  }
}

function run(command: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0)
    throw new Error(`${command} ${args.join(' ')} failed: ${error?.message ?? stderr.trim()}`);
  return stdout;
}
