import { APIError } from 'better-auth/api';
import { recordChange } from '@/lib/catalog/changes.repository';
import { database, inTransaction } from '@/lib/catalog/database';
import { Problem } from '@/lib/platform/problem';
import { type AccountDetails, checkPassword } from './account-details';
import { asAuthProblem } from './auth-problem';
import { authentication, sessionCookie } from './authentication';
import { actAs, actorOfPerson } from './guard';
import { loginLimit } from './login-limit';
import { linkHours, makeOneTimeLink, readOneTimeLink, spendOneTimeLink, usedLink } from './one-time-link';
import { createPerson, personSubject, updatePerson } from './people.repository';
import { type Person, sharedPersonId } from './person';
import { type CookieJar, cookieHeader, setCookie, type SignedIn } from './session';

/**
 * Sets the password of the person whom a one-time link is for, ends their sessions and spends the link.
 * @returns the person, who can now sign in
 * @throws Problem `gone` for a link that cannot be used, `invalid-request` for a password that is too short or long
 */
export async function setPasswordByLink(token: string, password: string): Promise<Person> {
  checkPassword(password);
  const { person } = await readOneTimeLink(token);
  if (person === null) throw usedLink();
  const auth = await authentication();
  await auth.api.resetPassword({ body: { token, newPassword: password } }).catch((error: unknown) => {
    throw error instanceof APIError && error.statusCode < 500 ? usedLink() : asAuthProblem(error);
  });
  actAs(actorOfPerson(person));
  await recordChange(await database(), { action: 'set-password', subject: personSubject(person) });
  return person;
}

/** Creates the first administrator by the link that the first start printed. @throws as {@link setPasswordByLink} */
export async function createFirstAdministrator(
  token: string,
  details: Omit<AccountDetails, 'role'>,
  password: string,
): Promise<Person> {
  checkPassword(password);
  if ((await readOneTimeLink(token)).person !== null) throw usedLink();
  const administrator = { ...details, role: 'administrator' } as const;
  const person = await inTransaction(await database(), async (transaction) => {
    const created = await createPerson(transaction, administrator);
    actAs(actorOfPerson(created));
    await recordChange(transaction, {
      action: 'create',
      subject: personSubject(created),
      after: administrator,
    });
    // Last: if somebody else spends the link in this moment, nothing of this remains.
    await spendOneTimeLink(token);
    return created;
  });
  const link = await makeOneTimeLink(person.id, linkHours.setUp);
  return setPasswordByLink(new URL(link, 'http://gafu.invalid').searchParams.get('token') ?? '', password);
}

export async function changeName({ person }: SignedIn, name: string): Promise<void> {
  requireOwnAccount(person);
  await inTransaction(await database(), async (transaction) => {
    const after = await updatePerson(transaction, person.id, { name });
    const names = { before: { name: person.name }, after: { name } };
    await recordChange(transaction, { action: 'update', subject: personSubject(after), ...names });
  });
}

/**
 * Changes one's own password and ends one's other sessions.
 * @throws Problem `invalid-request` for a wrong current password, or a new one that is too short or long;
 *   `too-many-requests` after too many wrong ones; `conflict` for the shared password
 */
export async function changePassword(
  cookies: CookieJar,
  { person }: SignedIn,
  given: { readonly currentPassword: string; readonly newPassword: string },
): Promise<void> {
  requireOwnAccount(person);
  checkPassword(given.newPassword);
  await loginLimit.count();
  const auth = await authentication();
  const { headers } = await auth.api
    .changePassword({
      body: { ...given, revokeOtherSessions: true },
      headers: cookieHeader(cookies.get(sessionCookie)?.value ?? ''),
      returnHeaders: true,
    })
    .catch((error: unknown) => {
      throw error instanceof APIError && error.statusCode < 500
        ? new Problem('invalid-request', 'The current password is wrong.')
        : asAuthProblem(error);
    });
  await loginLimit.forgive();
  setCookie(cookies, headers);
  await recordChange(await database(), { action: 'set-password', subject: personSubject(person) });
}

/** Signs this person out everywhere but here. @returns how many sessions ended */
export async function endOtherSessions({ person, sessionId }: SignedIn): Promise<number> {
  return inTransaction(await database(), async (transaction) => {
    const others = { personId: person.id, id: { not: sessionId } };
    const { count } = await transaction.session.deleteMany({ where: others });
    if (count > 0)
      await recordChange(transaction, {
        action: 'end-sessions',
        subject: personSubject(person),
        before: { sessions: count + 1 },
        after: { sessions: 1 },
      });
    return count;
  });
}

function requireOwnAccount({ id }: Person): void {
  if (id !== sharedPersonId) return;
  throw new Problem(
    'conflict',
    'You are signed in with the shared password, which is set as ADMIN_PASSWORD where Gafu is started.',
  );
}
