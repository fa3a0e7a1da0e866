import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Command, CommanderError } from 'commander';
import { actAsCommand } from '@/lib/platform/current-actor';
import { hasSingleton } from '@/lib/platform/process-singleton';
import { reportError } from './output';

interface CommandModule {
  register(program: Command): void;
}

/** Every command, in the order of the help. Only the one that is called is loaded. */
const commands: Record<string, { summary: string; load: () => Promise<CommandModule> }> = {
  start: { summary: 'run the site, the worker and what they need', load: () => import('./commands/start') },
  dev: { summary: 'run the site for development, with hot reload', load: () => import('./commands/dev') },
  serve: { summary: 'serve the built site alone, beside others', load: () => import('./commands/serve') },
  status: {
    summary: 'what is running, and what is in the collection',
    load: () => import('./commands/status'),
  },
  add: { summary: 'add a folder of pictures', load: () => import('./commands/add') },
  invite: { summary: 'make an account for a curator', load: () => import('./commands/invite') },
  'reset-password': {
    summary: 'make a link by which a curator sets a new password',
    load: () => import('./commands/reset-password'),
  },
  import: {
    summary: 'bring in works from museums',
    load: () => import('./commands/import'),
  },
  search: { summary: 'find works like a picture', load: () => import('./commands/search') },
  describe: {
    summary: 'print what the network sees in a picture',
    load: () => import('./commands/describe'),
  },
  fit: { summary: 'fit a recipe on pictures', load: () => import('./commands/fit') },
  evaluate: { summary: 'measure how well a recipe retrieves', load: () => import('./commands/evaluate') },
  calibrate: {
    summary: 'measure how strong matches are, and what the site says of a recipe',
    load: () => import('./commands/calibrate'),
  },
  reindex: {
    summary: 'embed every work again by the recipe that is set',
    load: () => import('./commands/reindex'),
  },
  reconcile: {
    summary: 'compare the Elasticsearch index with Postgres, and repair it',
    load: () => import('./commands/reconcile'),
  },
  jobs: {
    summary: 'what waits, runs and failed; pause, resume, retry',
    load: () => import('./commands/jobs'),
  },
  export: {
    summary: 'write works as a list, with their pictures if wanted',
    load: () => import('./commands/export'),
  },
  backup: { summary: 'write the whole site into one file', load: () => import('./commands/backup') },
  restore: { summary: 'restore the site from such a file', load: () => import('./commands/restore') },
  migrate: { summary: 'bring the database to the last migration', load: () => import('./commands/migrate') },
  models: { summary: 'install a network', load: () => import('./commands/models') },
  samples: {
    summary: 'hide, remove or bring back the sample collection',
    load: () => import('./commands/samples'),
  },
  worker: { summary: 'work on the jobs, beside other workers', load: () => import('./commands/worker') },
};

const examples = `
Examples:
  gafu start                               the site on http://localhost:3000
  gafu add paintings --manifest works.csv  add pictures with their titles and artists
  gafu search picture.jpg                  what looks like it
  gafu status --json                       for a program to read

gafu <command> --help says more about a command. Settings come from the environment; the README lists them.`;

/** @param args the words after `gafu` @returns the exit code: 0, 1 for what a person can fix, 70 for a defect */
export async function main(args: readonly string[]): Promise<number> {
  const program = new Command('gafu')
    .description('Find paintings by how they are painted.')
    .version(versionOf(process.cwd()))
    .addHelpText('after', examples)
    .exitOverride();
  const name = args.find((arg) => !arg.startsWith('-'));
  actAsCommand(['gafu', ...(name === undefined ? [] : [name])].join(' '));
  const asked = name === undefined ? undefined : commands[name];
  if (asked === undefined)
    for (const [known, { summary }] of Object.entries(commands)) program.command(known).description(summary);
  try {
    (await asked?.load())?.register(program);
    for (const command of program.commands) command.exitOverride();
    if (args.length === 0) program.outputHelp();
    else await program.parseAsync([...args], { from: 'user' });
    return Number(process.exitCode ?? 0);
  } catch (error) {
    // Commander has printed its help or its complaint.
    return error instanceof CommanderError ? error.exitCode : reportError(error);
  } finally {
    await closeAll();
  }
}

/** Ends what a command has opened for the process: extraction processes, connections, the embedded Postgres. */
async function closeAll(): Promise<void> {
  if (hasSingleton('vision')) await (await import('@/lib/vision/node/shared-vision')).closeSharedVision();
  if (hasSingleton('search-index')) await (await import('@/lib/search/shared-index')).closeSearchIndex();
  if (hasSingleton('database')) await (await import('@/lib/catalog/database')).closeDatabase();
}

function versionOf(root: string): string {
  const file = path.join(root, 'package.json');
  return existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
    : 'unknown';
}
