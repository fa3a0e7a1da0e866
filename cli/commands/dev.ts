import { type Command } from 'commander';
import { signalled } from '../signals';
import { runSite } from '../start/site';

/** `gafu dev`; `npm run dev` installs the packages first. */
export function register(program: Command): void {
  program
    .command('dev')
    .description(
      'Run Gafu for development: as gafu start, but pages reload when their code changes and the worker restarts when its code changes',
    )
    .addHelpText('after', '\nExamples:\n  gafu dev\n  PORT=3001 GAFU_DATA_DIR=/tmp/gafu-dev gafu dev')
    .action(() => runSite(signalled(), 'development'));
}
