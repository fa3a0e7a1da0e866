import path from 'node:path';
import { type ChildCommand } from './child';

/** The two processes that a site consists of beside Postgres. */
export interface SiteProcesses {
  readonly web: ChildCommand;
  readonly worker: ChildCommand;
}

interface Place {
  readonly root: string;
  readonly host: string;
  readonly port: number;
  readonly databaseUrl: string;
}

/** A built site, and a worker: what visitors use. */
export function productionProcesses({ root, host, port, databaseUrl }: Place): SiteProcesses {
  const env = { DATABASE_URL: databaseUrl, NODE_ENV: 'production' };
  return {
    web: {
      name: 'site',
      args: [path.join(root, 'cli/gafu.mjs'), 'serve'],
      env: { ...env, HOST: host, PORT: String(port) },
      shown: false,
    },
    worker: { name: 'worker', args: [path.join(root, 'cli/gafu.mjs'), 'worker'], env },
  };
}

/** Next.js' development server, which reloads what changes, and a worker that restarts when its code changes. */
export function developmentProcesses({ root, host, port, databaseUrl }: Place): SiteProcesses {
  const env = { DATABASE_URL: databaseUrl, NODE_ENV: 'development' };
  const tsx = path.join(root, 'node_modules/tsx/dist/cli.mjs');
  const worker = [path.join(root, 'cli/gafu.mjs'), 'worker'];
  return {
    web: {
      name: 'site',
      args: [leaveWithParent(root), nextIn(root), 'dev', '-p', String(port), '-H', host],
      env,
    },
    worker: {
      name: 'worker',
      args: [leaveWithParent(root), tsx, 'watch', '--clear-screen=false', ...worker],
      env,
    },
  };
}

function leaveWithParent(root: string): string {
  return path.join(root, 'cli/start/leave-with-parent.mjs');
}

function nextIn(root: string): string {
  return path.join(root, 'node_modules/next/dist/bin/next');
}
