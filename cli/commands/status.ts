import { counted } from '@/lib/platform/counted';
import { type Command } from 'commander';
import { printJson, printRows } from '../output';
import { readStatus, type Status } from '../status';
import { noWorker, waitingText } from '../waiting-text';

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
  waiting,
  uploadedQueries,
  spaces,
  index,
  indexWaiting,
  jobs,
  workers,
  pausedSince,
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
    ['Recipe', chosen === recipe ? recipe : `${recipe}; gafu reindex switches to ${chosen}`],
    [
      'Works',
      `${works.ready} ready, ${works.pending} waiting for features, ${works.failed} failed${works.failed > 0 ? ' (gafu jobs says why)' : ''}`,
    ],
    ...(waiting ? [['Waiting', waitingText(waiting)] satisfies [string, string]] : []),
    [
      'Uploads',
      `${uploadedQueries.queries} kept, ${megabytes(uploadedQueries.bytes)} of at most ${megabytes(uploadedQueries.bytesMax)}`,
    ],
    ...spaces.map(({ kind, id, dimensions, live, works: count }): [string, string] => [
      `Space ${kind}`,
      `${id}, ${dimensions} values, ${counted(count, 'work')}${live ? ', searched' : ''}`,
    ]),
    ['Index', indexWaiting === null ? index : `${index}, ${indexText(indexWaiting, workers)}`],
    [
      'Jobs',
      jobs === null
        ? 'no worker has run yet'
        : `${jobs.waiting} waiting, ${jobs.running} running, ${jobs.failed} given up; ${workers === 0 ? 'no worker is running' : `${counted(workers, 'worker')} running`}${pausedSince === null ? '' : `; paused since ${pausedSince.toISOString()}, gafu jobs resume goes on`}`,
    ],
  ];
}

function indexText(changes: number, workers: number): string {
  if (changes === 0) return 'all changes written';
  const why = workers === 0 ? noWorker : 'the worker is writing them';
  return `${counted(changes, 'changed work')} not yet written: ${why}`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
