import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Command } from 'commander';
import { Problem } from '@/lib/platform/problem';
import { serveSite } from '@/server/serve';
import { say } from '../start/say';
import { signalled } from '../signals';

/** For closing connections once the last request is answered. */
const endingMsMax = 5_000;

/** `gafu serve` */
export function register(program: Command): void {
  program
    .command('serve')
    .description(
      'Serve the built site and nothing else. Any number may serve one database, with workers beside them',
    )
    .addHelpText('after', '\nExample:\n  DATABASE_URL=postgresql://gafu@db/gafu PORT=3000 gafu serve')
    .action(async () => {
      if (!existsSync(path.join('.next', 'BUILD_ID')))
        throw new Problem(
          'conflict',
          'The site has not been built here. npm start builds it, and so does npx next build.',
        );
      await serveSite(signalled(), (address) => say(`The site is served at ${address}.`));
      // A network that is still being loaded would keep this process.
      setTimeout(() => process.exit(), endingMsMax).unref();
    });
}
