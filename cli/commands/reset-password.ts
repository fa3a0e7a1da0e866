import { type Command } from 'commander';
import { makeResetLink } from '@/lib/auth/manage-people';
import { linkHours } from '@/lib/auth/one-time-link';
import { findPersonByEmail } from '@/lib/auth/people.repository';
import { database } from '@/lib/catalog/database';
import { Problem } from '@/lib/platform/problem';
import { printLink } from '../one-time-link';

const help = `
The link works once, within ${linkHours.reset} hours; the current password works until it is used. This is also the way
back in if the only administrator has forgotten theirs.`;

/** `gafu reset-password EMAIL` */
export function register(program: Command): void {
  program
    .command('reset-password')
    .description('Print a link by which a curator sets a new password')
    .argument('<email>', 'what they sign in with')
    .addHelpText('after', help)
    .action(resetPassword);
}

async function resetPassword(email: string): Promise<void> {
  const found = await findPersonByEmail(await database(), email);
  if (found === null)
    throw new Problem('not-found', `There is no account for ${email}. gafu invite makes one.`);
  const { person, link } = await makeResetLink(found.id);
  printLink(`${person.name} sets a new password at`, link);
}
