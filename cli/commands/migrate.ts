import { type Command } from 'commander';
import { database } from '@/lib/catalog/database';
import { ensureJobTables } from '@/lib/ingest/jobs/job-queue';

/** `gafu migrate` */
export function register(program: Command): void {
  program
    .command('migrate')
    .description(
      'Bring the database to the last migration, its job tables too. Web servers and workers do the same when they start; this is for a deployment that wants it done before',
    )
    .addHelpText('after', '\nExample:\n  DATABASE_URL=postgresql://gafu@db/gafu gafu migrate')
    .action(async () => {
      await database();
      await ensureJobTables();
      console.log('The database is at the last migration.');
    });
}
