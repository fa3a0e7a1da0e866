import { type Command } from 'commander';
import { printJson, printRows } from '../output';
import { readStatus, type Status } from '../status';

/** `gafu status [--json]` */
export function register(program: Command): void {
  program
    .command('status')
    .description('What is running, what is in the collection, and what is still to be done')
    .option('--json', 'for a program to read')
    .addHelpText('after', '\nExamples:\n  gafu status\n  gafu status --json')
    .action(async ({ json }: { json?: boolean }) => {
      const status = await readStatus();
      if (json) printJson(status);
      else printRows(rowsOf(status));
    });
}

function rowsOf({
  site,
  postgres,
  networks,
  recipe,
  chosen,
  works,
  uploadedQueries,
  spaces,
  index,
  indexWaiting,
  jobs,
}: Status): [string, string][] {
  return [
    ['Site', site === null ? 'not running on this data folder' : `process ${site.pid}`],
    [
      'Postgres',
      `${postgres.version}, ${postgres.kind === 'embedded' ? (postgres.origin === 'started' ? 'embedded, started for this answer' : 'embedded, running') : 'by DATABASE_URL'}, ${megabytes(postgres.sizeBytes)}`,
    ],
    ...networks.map(({ name, lastLayer, source }): [string, string] => [
      'Network',
      `${name}, up to ${lastLayer}, from ${source}`,
    ]),
    ['Recipe', chosen === recipe ? recipe : `${recipe}; gafu reindex changes over to ${chosen}`],
    ['Works', `${works.ready} ready, ${works.pending} waiting for features, ${works.failed} failed`],
    ['Uploads', `${uploadedQueries} kept`],
    ...spaces.map(({ kind, id, dimensions, live, works: count }): [string, string] => [
      `Space ${kind}`,
      `${id}, ${dimensions} values, ${count} works${live ? ', searched' : ''}`,
    ]),
    ['Index', indexWaiting === null ? index : `${index}, ${indexWaiting} changed works to be told of`],
    [
      'Jobs',
      jobs === null
        ? 'no worker has run yet'
        : `${jobs.waiting} waiting, ${jobs.running} running, ${jobs.failed} given up`,
    ],
  ];
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
