import { recordChange } from '@/lib/catalog/changes.repository';
import { type DatabaseClient, database, inTransaction } from '@/lib/catalog/database';
import { Problem } from '@/lib/platform/problem';
import { type AccountDetails } from './account-details';
import { linkHours, makeOneTimeLink, revokeOneTimeLinks } from './one-time-link';
import { createPerson, getPerson, hasAdministrator, personSubject, updatePerson } from './people.repository';
import { type Person, type Role } from './person';
import { hasSharedPassword } from './shared-password';

/** What an administrator, or a command, does to other people's accounts. Each is an entry in the audit log. */

/**
 * Makes an account without a password, and the link by which its owner sets one.
 * @returns the link's path, to be shown once
 * @throws Problem `conflict` if the e-mail address has an account
 */
export async function invitePerson(details: AccountDetails): Promise<{ person: Person; link: string }> {
  const person = await inTransaction(await database(), async (transaction) => {
    const created = await createPerson(transaction, details);
    await recordChange(transaction, { action: 'invite', subject: personSubject(created), after: details });
    return created;
  });
  return { person, link: await makeOneTimeLink(person.id, linkHours.invite) };
}

/** Makes a link by which a person sets a new password; the current one works until then. @returns the link's path */
export async function makeResetLink(id: string): Promise<{ person: Person; link: string }> {
  const db = await database();
  const person = await getPerson(db, id);
  if (person.disabledAt !== null)
    throw new Problem('conflict', `The account of ${person.name} is disabled. Enable it first.`);
  const link = await makeOneTimeLink(id, linkHours.reset);
  await recordChange(db, { action: 'reset-link', subject: personSubject(person) });
  return { person, link };
}

/** @throws Problem `not-found`; `conflict` if nobody could administer the site afterwards */
export async function changeRole(id: string, role: Role): Promise<Person> {
  return changePerson(id, async (transaction, before) => {
    const after = await updatePerson(transaction, id, { role });
    const roles = { before: { role: before.role }, after: { role } };
    await recordChange(transaction, { action: 'update', subject: personSubject(after), ...roles });
    return after;
  });
}

/** Disabling ends the person's sessions, and their API tokens stop working until they are enabled. */
export async function setDisabled(id: string, isDisabled: boolean): Promise<Person> {
  const person = await changePerson(id, async (transaction, before) => {
    if ((before.disabledAt !== null) === isDisabled) return before;
    const after = await updatePerson(transaction, id, { disabledAt: isDisabled ? new Date() : null });
    if (isDisabled) await transaction.session.deleteMany({ where: { personId: id } });
    await recordChange(transaction, {
      action: isDisabled ? 'disable' : 'enable',
      subject: personSubject(after),
    });
    return after;
  });
  if (isDisabled) await revokeOneTimeLinks(id);
  return person;
}

/** Signs a person out everywhere. */
export async function endSessionsOf(id: string): Promise<Person> {
  return changePerson(id, async (transaction, person) => {
    const { count } = await transaction.session.deleteMany({ where: { personId: id } });
    const ended = { before: { sessions: count }, after: { sessions: 0 } };
    await recordChange(transaction, { action: 'end-sessions', subject: personSubject(person), ...ended });
    return person;
  });
}

async function changePerson(
  id: string,
  change: (transaction: DatabaseClient, before: Person) => Promise<Person>,
): Promise<Person> {
  return inTransaction(await database(), async (transaction) => {
    const hadAdministrator = await hasAdministrator(transaction);
    const after = await change(transaction, await getPerson(transaction, id));
    if (hadAdministrator && !(await hasAdministrator(transaction)) && !(await hasSharedPassword()))
      throw new Problem(
        'conflict',
        `${after.name} is the only administrator. Make somebody else administrator first.`,
      );
    return after;
  });
}
