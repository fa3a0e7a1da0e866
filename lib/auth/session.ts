import { randomBytes } from 'node:crypto';
import { getIronSession, type SessionOptions } from 'iron-session';
import { database } from '@/lib/catalog/database';
import { createSession, endSession, isSessionOpen } from '@/lib/catalog/sessions.repository';
import { Problem } from '@/lib/platform/problem';
import { currentAsker, currentRequest } from '@/lib/platform/request-context';
import { settings } from '@/lib/platform/settings';
import { isServedOverHttps } from '@/lib/platform/site-origin';
import { loginLimit } from './login-limit';
import { isAdminPassword, passwordVersion } from './password';
import { keepSecret, readSecret } from './secret-file';

type CookieAttributes = NonNullable<SessionOptions['cookieOptions']>;

/** The part of `await cookies()` from next/headers that sessions need. */
export interface CookieJar {
  get(name: string): { name: string; value: string } | undefined;
  set(name: string, value: string, attributes?: Partial<CookieAttributes>): unknown;
  set(cookie: { name: string; value: string } & Partial<CookieAttributes>): unknown;
}

interface CuratorSession {
  /** Of the row in `sessions`; without it the session has ended, whoever still has the cookie. */
  id?: string;
  /** The version of the password that was given; a new password ends every session. */
  passwordVersion?: string;
}

const sessionSeconds = 14 * 24 * 60 * 60;
const secretName = 'session-secret';

/** SESSION_SECRET, which servers without a data folder in common must share; else one kept in the data folder. */
async function sessionSecret(): Promise<string> {
  const given = settings().sessionSecret;
  if (given !== null) return given;
  const kept = await readSecret(secretName);
  if (kept !== null) return kept;
  await keepSecret(secretName, randomBytes(32).toString('base64url'));
  const made = await readSecret(secretName);
  if (made === null) throw new Error(`the data folder does not keep the file ${secretName}`);
  return made;
}

async function sessionOptions(): Promise<SessionOptions> {
  return {
    cookieName: 'gafu_session',
    password: await sessionSecret(),
    ttl: sessionSeconds,
    cookieOptions: {
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
      secure: isServedOverHttps(),
    },
  };
}

async function openSession(cookies: CookieJar) {
  return getIronSession<CuratorSession>(cookies, await sessionOptions());
}

/** Whether these cookies are a signed-in curator's. @throws Problem `unavailable` if Postgres cannot tell */
export async function isCurator(cookies: CookieJar): Promise<boolean> {
  const session = await openSession(cookies);
  if (session.id === undefined || session.passwordVersion === undefined) return false;
  if (session.passwordVersion !== (await passwordVersion())) return false;
  return isSessionOpen(await database(), session.id);
}

/**
 * From then on the request's work is not counted against visitors' shares.
 * @throws Problem `unauthenticated` unless these cookies are a signed-in curator's; `unavailable` as {@link isCurator}
 */
export async function requireCurator(cookies: CookieJar): Promise<void> {
  const request = currentRequest();
  if (await isCurator(cookies)) {
    if (request) request.actor = { kind: 'shared-password', id: null, name: 'Curator' };
  } else {
    throw new Problem(
      'unauthenticated',
      'Only a curator may do this: sign in with the curator password at /admin.',
    );
  }
}

/**
 * Signs the curator in: sets the sealed cookie `gafu_session` for 14 days.
 *
 * @param client whom the attempt is counted against
 * @throws Problem `unauthenticated` for a wrong password, `too-many-requests` after too many
 */
export async function signIn(
  cookies: CookieJar,
  password: string,
  client = currentAsker().client,
): Promise<void> {
  await loginLimit.count(client);
  if (!(await isAdminPassword(password, client))) {
    throw new Problem(
      'unauthenticated',
      'That is not the curator password. It was printed at the first start, or set as ADMIN_PASSWORD.',
    );
  }
  await loginLimit.forgive(client);
  const session = await openSession(cookies);
  const db = await database();
  if (session.id !== undefined) await endSession(db, session.id);
  session.id = await createSession(db, new Date(Date.now() + sessionSeconds * 1000));
  session.passwordVersion = (await passwordVersion()) ?? undefined;
  await session.save();
}

/** Ends the session, for every copy of its cookie too. @throws Problem `unavailable`; then it goes on */
export async function signOut(cookies: CookieJar): Promise<void> {
  const session = await openSession(cookies);
  if (session.id !== undefined) await endSession(await database(), session.id);
  session.destroy();
}
