import { type Command } from 'commander';
import { signalled } from '../signals';
import { runSite } from '../start/site';

/** `gafu start`; `npm start` installs the packages before it. */
export function register(program: Command): void {
  program
    .command('start')
    .description(
      'Run Gafu on this machine: Postgres (embedded, or that of DATABASE_URL), the site, the worker. What is missing is installed or built first',
    )
    .addHelpText('after', '\nExamples:\n  gafu start\n  PORT=8080 GAFU_DATA_DIR=/srv/gafu gafu start')
    .action(() => runSite(signalled()));
}
