import { type Command } from 'commander';
import { importTask } from '@/lib/imports/jobs/import-queue';
import { importWorks } from '@/lib/imports/jobs/import-works';
import { runWorker } from '@/lib/ingest/worker';
import { serveMetrics } from '@/lib/operations/metrics-server';
import { signalled } from '../signals';

/** `gafu worker` */
export function register(program: Command): void {
  program
    .command('worker')
    .description(
      'Work on the jobs: the features of new works, and what is due. Any number may run on one database',
    )
    .addHelpText('after', '\nExample:\n  DATABASE_URL=postgresql://gafu@db/gafu gafu worker')
    .action(async () => {
      const signal = signalled();
      const closeMetrics = await serveMetrics();
      await runWorker({ signal, more: { [importTask]: importWorks } }).finally(closeMetrics);
    });
}
