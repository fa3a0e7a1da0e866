import { Argument, type Command } from 'commander';
import { database } from '@/lib/catalog/database';
import { pauseJobs, resumeJobs } from '@/lib/catalog/job-control.repository';
import { jobOverview, type JobOverview } from '@/lib/ingest/jobs/job-overview';
import { retryAll, retryWorks } from '@/lib/ingest/jobs/retry';
import { counted } from '@/lib/platform/counted';
import { printJson, printRows } from '../output';

const help = `
pause    workers on all machines finish what they have in hand and take no new works, also after a restart
resume   they take works again
retry    tries works again that failed: those whose ids are given, else all, and other jobs that were given up

Examples:
  gafu jobs
  gafu jobs pause
  gafu jobs retry --json`;

/** `gafu jobs [pause | resume | retry [ID…]] [--json]` */
export function register(program: Command): void {
  program
    .command('jobs')
    .description('What waits, runs and failed; pause the workers, resume them, or try failed works again')
    .addArgument(new Argument('[action]', 'left out: show').choices(['pause', 'resume', 'retry']))
    .argument('[ids...]', 'of works, for retry')
    .option('--json', 'print JSON')
    .addHelpText('after', help)
    .action(run);
}

async function run(action: string | undefined, ids: string[], { json }: { json?: boolean }): Promise<void> {
  const db = await database();
  if (action === 'pause') await pauseJobs(db);
  if (action === 'resume') await resumeJobs(db);
  const retried = action !== 'retry' ? null : ids.length > 0 ? await retryWorks(ids) : await retryAll();
  const overview = await jobOverview(db);
  if (json) printJson(retried === null ? overview : { retried, ...overview });
  else
    printRows([
      ...(retried === null ? [] : [['Retried', counted(retried, 'job')] as const]),
      ...rowsOf(overview),
    ]);
}

function rowsOf(overview: JobOverview): [string, string][] {
  const { pausedSince, workers, pending, running, failedWorks, failedJobs, throughput, indexWaiting } =
    overview;
  const { perMinute, minutesLeft } = throughput;
  return [
    [
      'Workers',
      `${workers} running${pausedSince === null ? '' : `, paused since ${pausedSince.toISOString()}`}`,
    ],
    [
      'Waiting',
      `${counted(Math.max(0, pending - running.length), 'work')}, ${counted(running.length, 'job')} in progress`,
    ],
    [
      'Speed',
      perMinute === null
        ? 'nothing was embedded in the last minutes'
        : `${perMinute.toFixed(0)} works a minute${minutesLeft === null ? '' : `, ${Math.ceil(minutesLeft)} min left`}`,
    ],
    ['Index', indexWaiting === null ? 'in memory' : `${counted(indexWaiting, 'change')} not yet written`],
    ['Failed', counted(failedWorks.total, 'work')],
    ...failedWorks.works.map(({ id, title, failure }): [string, string] => [
      '',
      `${id} ${title}: ${failure ?? 'no reason'}`,
    ]),
    ...failedJobs.map(({ task, reason }): [string, string] => ['', `${task}: ${reason ?? 'no reason'}`]),
  ];
}
