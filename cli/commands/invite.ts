import { type Command, Option } from 'commander';
import { parseAccountDetails } from '@/lib/auth/account-details';
import { invitePerson } from '@/lib/auth/manage-people';
import { linkHours } from '@/lib/auth/one-time-link';
import { roles } from '@/lib/auth/person';
import { printLink } from '../one-time-link';

const help = `
The link works once, within ${linkHours.invite / 24} days. Pass it on yourself: Gafu sends no mail.

Examples:
  gafu invite maria@example.org --name "Maria Rossi"
  gafu invite kenji@example.org --name "Kenji Sato" --role administrator`;

/** `gafu invite EMAIL --name NAME [--role ROLE]` */
export function register(program: Command): void {
  program
    .command('invite')
    .description('Make an account for a curator, and print the link by which they set a password')
    .argument('<email>', 'what they sign in with')
    .requiredOption('--name <name>', 'what the audit log calls them')
    .addOption(new Option('--role <role>', 'what they may do').choices(roles).default(roles[0]))
    .addHelpText('after', help)
    .action(invite);
}

async function invite(email: string, options: { name: string; role: string }): Promise<void> {
  const { person, link } = await invitePerson(parseAccountDetails({ ...options, email }));
  printLink(`${person.name} (${person.role}) sets a password at`, link);
}
