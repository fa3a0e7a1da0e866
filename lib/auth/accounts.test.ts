import { addPerson, addToken, somePassword, tokenIn } from '@/tests/support/accounts';
import { useTestDatabase } from '@/tests/support/database';
import { listChanges } from '@/lib/catalog/changes.repository';
import { forgetSingleton } from '@/lib/platform/process-singleton';
import { parseAccountDetails } from './account-details';
import { requireScope } from './guard';
import { changeRole, endSessionsOf, invitePerson, makeResetLink, setDisabled } from './manage-people';
import { makeOneTimeLink, readOneTimeLink } from './one-time-link';
import {
  changeName,
  changePassword,
  createFirstAdministrator,
  endOtherSessions,
  setPasswordByLink,
} from './own-account';
import { type CookieJar, findSignedIn, signIn, type SignedIn } from './session';
import { makeSetUpLink } from './set-up-link';

const store = useTestDatabase();

beforeEach(async () => {
  delete process.env.ADMIN_PASSWORD;
  for (const name of ['settings', 'sign-in']) forgetSingleton(name);
  await store.db.$executeRaw`DELETE FROM people WHERE id <> 'shared-password'`;
  await store.db.$executeRawUnsafe('TRUNCATE one_time_links, sessions, changes, rate_limits');
});

function cookieJar(): CookieJar {
  const cookies = new Map<string, string>();
  return {
    get: (name) => (cookies.has(name) ? { name, value: cookies.get(name) ?? '' } : undefined),
    set: (name, value) => cookies.set(name, value),
  };
}

async function signedIn(email: string, password = somePassword): Promise<[CookieJar, SignedIn]> {
  const jar = cookieJar();
  await signIn(jar, { email, password, userAgent: 'Firefox/1' }, '192.0.2.1');
  const found = await findSignedIn(jar);
  if (found === null) throw new Error('Signing in left nobody signed in.');
  return [jar, found];
}

const actions = async () =>
  (await listChanges(store.db, {}, { offset: 0, limit: 99 })).changes
    .map(({ action, actor, subject }) => `${actor.name} ${action} ${subject.name}`)
    .reverse();

describe('the set-up link', () => {
  const ada = { name: 'Ada', email: 'ada@example.org' };

  test('makes the first administrator, once', async () => {
    const token = tokenIn((await makeSetUpLink()) ?? '');
    const person = await createFirstAdministrator(token, ada, somePassword);
    expect(person).toMatchObject({ ...ada, role: 'administrator' });
    await signedIn('ada@example.org');
    const again = createFirstAdministrator(token, { name: 'Eve', email: 'eve@example.org' }, somePassword);
    await expect(again).rejects.toMatchObject({ kind: 'gone' });
    expect(await makeSetUpLink()).toBeNull();
    expect(await store.db.person.count()).toBe(2);
  });

  test('of two who open it at once makes one administrator', async () => {
    const token = tokenIn((await makeSetUpLink()) ?? '');
    const outcomes = await Promise.allSettled(
      ['Ada', 'Eve', 'Ida'].map((name) =>
        createFirstAdministrator(token, { name, email: `${name.toLowerCase()}@example.org` }, somePassword),
      ),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await store.db.person.count()).toBe(2);
  });

  test('is replaced by that of the next start, and is not made if there is a shared password', async () => {
    const first = tokenIn((await makeSetUpLink()) ?? '');
    const second = tokenIn((await makeSetUpLink()) ?? '');
    await expect(readOneTimeLink(first)).rejects.toMatchObject({ kind: 'gone' });
    expect(await readOneTimeLink(second)).toEqual({ person: null });
    process.env.ADMIN_PASSWORD = 'correct horse battery';
    forgetSingleton('settings');
    expect(await makeSetUpLink()).toBeNull();
  });

  test('with a bad password or address makes nothing, and can be used again', async () => {
    const token = tokenIn((await makeSetUpLink()) ?? '');
    await expect(createFirstAdministrator(token, ada, 'short')).rejects.toThrow(
      /has 5 characters.*12 to 256/,
    );
    expect(await readOneTimeLink(token)).toEqual({ person: null });
    expect(await store.db.person.count()).toBe(1);
  });
});

describe('an invitation', () => {
  test('is a link by which the person sets a password, once', async () => {
    const { person, link } = await invitePerson({ name: 'Ben', email: 'ben@example.org', role: 'curator' });
    await expect(signedIn('ben@example.org')).rejects.toMatchObject({ kind: 'unauthenticated' });
    await setPasswordByLink(tokenIn(link), somePassword);
    expect((await signedIn('BEN@example.org '))[1].person).toEqual(person);
    await expect(setPasswordByLink(tokenIn(link), 'another long password')).rejects.toMatchObject({
      kind: 'gone',
    });
    expect(await actions()).toEqual(['gafu invite Ben', 'gafu set-password Ben']);
  });

  test('keeps no token in the database', async () => {
    const { link } = await invitePerson({ name: 'Ben', email: 'ben@example.org', role: 'curator' });
    expect(JSON.stringify(await store.db.oneTimeLink.findMany())).not.toContain(tokenIn(link));
  });

  test('cannot be used when it has expired', async () => {
    const { person } = await invitePerson({ name: 'Ben', email: 'ben@example.org', role: 'curator' });
    const token = tokenIn(await makeOneTimeLink(person.id, -1));
    await expect(setPasswordByLink(token, somePassword)).rejects.toMatchObject({ kind: 'gone' });
  });

  test('is refused for an address that has an account, in any case', async () => {
    await addPerson('Ben', 'curator');
    const again = invitePerson(parseAccountDetails({ name: 'B', email: 'Ben@Example.org', role: 'curator' }));
    await expect(again).rejects.toMatchObject({ kind: 'conflict' });
  });

  test.each([
    [{ name: '', email: 'a@example.org', role: 'curator' }, /The name is missing/],
    [{ name: 'A', email: 'nobody', role: 'curator' }, /must be an e-mail address/],
    [{ name: 'A', email: 'shared-password@gafu.invalid', role: 'curator' }, /gafu\.invalid/],
    [{ name: 'A', email: 'a@example.org', role: 'owner' }, /one of curator, administrator/],
    [{ name: 'A'.repeat(101), email: 'a@example.org', role: 'curator' }, /at most 100 characters/],
  ])('with %j is refused with what is allowed', (fields, message) => {
    expect(() => parseAccountDetails(fields)).toThrow(message);
  });
});

describe('a person', () => {
  test('who follows a reset link is signed out everywhere, and the old password is over', async () => {
    const ben = await addPerson('Ben', 'curator');
    const [jar] = await signedIn('ben@example.org');
    const { link } = await makeResetLink(ben.id);
    expect(await findSignedIn(jar)).not.toBeNull();
    await setPasswordByLink(tokenIn(link), 'another long password');
    expect(await findSignedIn(jar)).toBeNull();
    await expect(signedIn('ben@example.org')).rejects.toMatchObject({ kind: 'unauthenticated' });
    await signedIn('ben@example.org', 'another long password');
  });

  test('who is disabled is signed out, cannot sign in, and their tokens and links end', async () => {
    const ben = await addPerson('Ben', 'curator');
    const [jar] = await signedIn('ben@example.org');
    const token = `Bearer ${await addToken(ben, ['works:read'])}`;
    const { link } = await makeResetLink(ben.id);
    await requireScope(token, 'works:read');
    await setDisabled(ben.id, true);
    expect(await findSignedIn(jar)).toBeNull();
    await expect(signedIn('ben@example.org')).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(requireScope(token, 'works:read')).rejects.toMatchObject({ kind: 'unauthenticated' });
    await expect(readOneTimeLink(tokenIn(link))).rejects.toMatchObject({ kind: 'gone' });
    expect(await store.db.session.count()).toBe(0);
    await setDisabled(ben.id, false);
    await signedIn('ben@example.org');
  });

  test('who is the only administrator stays one', async () => {
    const ada = await addPerson('Ada', 'administrator');
    await expect(changeRole(ada.id, 'curator')).rejects.toMatchObject({ kind: 'conflict' });
    await expect(setDisabled(ada.id, true)).rejects.toThrow('Ada is the only administrator');
    const ida = await addPerson('Ida', 'administrator');
    const outcomes = await Promise.allSettled([changeRole(ada.id, 'curator'), changeRole(ida.id, 'curator')]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('changes their own name and password, and stays signed in here alone', async () => {
    await addPerson('Ben', 'curator');
    const [elsewhere] = await signedIn('ben@example.org');
    const [jar, ben] = await signedIn('ben@example.org');
    await changeName(ben, 'Benjamin');
    const wrong = { currentPassword: 'not this one, no', newPassword: 'another long password' };
    await expect(changePassword(jar, ben, wrong)).rejects.toThrow('The current password is wrong.');
    expect(await findSignedIn(elsewhere)).not.toBeNull();
    await changePassword(jar, ben, { ...wrong, currentPassword: somePassword });
    expect((await findSignedIn(jar))?.person.name).toBe('Benjamin');
    expect(await findSignedIn(elsewhere)).toBeNull();
    await signedIn('ben@example.org', 'another long password');
  });

  test('ends their other sessions; an administrator ends all', async () => {
    await addPerson('Ben', 'curator');
    const [other] = await signedIn('ben@example.org');
    const [own, ben] = await signedIn('ben@example.org');
    expect(await endOtherSessions(ben)).toBe(1);
    expect(await findSignedIn(other)).toBeNull();
    expect(await findSignedIn(own)).not.toBeNull();
    await endSessionsOf(ben.person.id);
    expect(await findSignedIn(own)).toBeNull();
  });

  test('is not locked out by guesses of others, and a guesser is', async () => {
    await addPerson('Ben', 'curator');
    for (let i = 0; i < 6; i++)
      await signIn(cookieJar(), { email: 'ben@example.org', password: `guess ${i}` }, '203.0.113.9').catch(
        () => undefined,
      );
    await signedIn('ben@example.org');
    const guesser = signIn(cookieJar(), { email: 'ben@example.org', password: somePassword }, '203.0.113.9');
    await expect(guesser).rejects.toMatchObject({ kind: 'too-many-requests' });
  });

  test('does not sign in by the shared account’s name with another password', async () => {
    process.env.ADMIN_PASSWORD = 'correct horse battery';
    forgetSingleton('settings');
    for (const password of ['shared-password', '', 'x'])
      await expect(
        signIn(cookieJar(), { email: 'shared-password@gafu.invalid', password }, '192.0.2.7'),
      ).rejects.toMatchObject({ kind: 'unauthenticated' });
  });
});
