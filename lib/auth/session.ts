import { APIError } from 'better-auth/api';
import { database } from '@/lib/catalog/database';
import { Problem } from '@/lib/platform/problem';
import { currentAsker, oncePerRequest } from '@/lib/platform/request-context';
import { isServedOverHttps } from '@/lib/platform/site-origin';
import { authentication, sessionCookie } from './authentication';
import { asAuthProblem } from './auth-problem';
import { loginLimit } from './login-limit';
import { type Person, sharedPersonEmail, sharedPersonId } from './person';
import { personOf } from './people.repository';
import { hasSharedPassword, sharedPasswordVersion } from './shared-password';

interface CookieAttributes {
  readonly httpOnly: boolean;
  readonly sameSite: 'lax';
  readonly path: string;
  readonly secure: boolean;
  /** Seconds. */
  readonly maxAge: number;
}

/** The part of `await cookies()` from next/headers that sessions need. */
export interface CookieJar {
  get(name: string): { name: string; value: string } | undefined;
  set(name: string, value: string, attributes: CookieAttributes): unknown;
}

export interface SignedIn {
  readonly person: Person;
  readonly sessionId: string;
}

export interface Credentials {
  /** Null or blank: the shared password is meant. */
  readonly email: string | null;
  readonly password: string;
  /** By which the person recognises the session. */
  readonly userAgent?: string;
}

const userAgentMax = 300;

/**
 * Who is signed in with these cookies; null if nobody is. Postgres is asked once per request.
 * @throws Problem `unavailable` if Postgres cannot tell
 */
export async function findSignedIn(cookies: CookieJar): Promise<SignedIn | null> {
  const value = cookies.get(sessionCookie)?.value;
  return value === undefined ? null : oncePerRequest(`session ${value}`, () => readSession(value));
}

async function readSession(cookie: string): Promise<SignedIn | null> {
  const auth = await authentication();
  const found = await auth.api.getSession({ headers: cookieHeader(cookie) }).catch(asAuthProblem);
  if (found === null) return null;
  const person = personOf(found.user);
  if (person.disabledAt !== null) return null;
  if (person.id === sharedPersonId && found.session.passwordVersion !== (await sharedPasswordVersion()))
    return null;
  return { person, sessionId: found.session.id };
}

/**
 * Signs a person in: sets the signed cookie `gafu_session` for 14 days.
 *
 * @param client whom the attempt is counted against
 * @throws Problem `unauthenticated` for a wrong password, `forbidden` for a disabled account, `too-many-requests` after
 *   too many attempts
 */
export async function signIn(
  cookies: CookieJar,
  { email, password, userAgent = '' }: Credentials,
  client = currentAsker().client,
): Promise<void> {
  await loginLimit.count(client);
  const address = email?.trim().toLowerCase() || sharedPersonEmail;
  if (address === sharedPersonEmail && !(await hasSharedPassword())) throw needsAddress();
  const auth = await authentication();
  const { headers, response } = await auth.api
    .signInEmail({
      body: { email: address, password },
      headers: new Headers({ 'user-agent': userAgent.slice(0, userAgentMax) }),
      returnHeaders: true,
    })
    .catch((error: unknown) => {
      throw error instanceof APIError && error.statusCode < 500
        ? wrongPassword(address)
        : asAuthProblem(error);
    });
  await loginLimit.forgive(client);
  const db = await database();
  const person = await db.person.findUniqueOrThrow({ where: { id: response.user.id } });
  if (person.disabledAt !== null) {
    await db.session.deleteMany({ where: { token: response.token } });
    throw new Problem('forbidden', 'This account is disabled. An administrator can enable it again.');
  }
  await endSessions(cookies);
  setCookie(cookies, headers);
}

/** Ends the session, for every copy of its cookie too. @throws Problem `unavailable`; then it goes on */
export async function signOut(cookies: CookieJar): Promise<void> {
  await endSessions(cookies);
  cookies.set(sessionCookie, '', { ...attributes(), maxAge: 0 });
}

/** Ends the session of these cookies and those that have expired. */
async function endSessions(cookies: CookieJar): Promise<void> {
  const current = await findSignedIn(cookies);
  const ended = [{ expiresAt: { lte: new Date() } }, ...(current ? [{ id: current.sessionId }] : [])];
  await (await database()).session.deleteMany({ where: { OR: ended } });
}

/** The request headers that better-auth reads a session from. */
export function cookieHeader(value: string): Headers {
  return new Headers({ cookie: `${sessionCookie}=${encodeURIComponent(value)}` });
}

/** Passes on the session cookie that better-auth has made. */
export function setCookie(cookies: CookieJar, headers: Headers): void {
  for (const line of headers.getSetCookie()) {
    const [pair = '', ...rest] = line.split(';');
    const [name = '', value = ''] = pair.split('=', 2);
    const maxAge = rest.map((part) => /^ *Max-Age=(\d+)$/i.exec(part)?.[1]).find(Boolean);
    if (name === sessionCookie && maxAge !== undefined)
      cookies.set(name, decodeURIComponent(value), { ...attributes(), maxAge: Number(maxAge) });
  }
}

/** Whether a request came by https is known only now: better-auth takes it from its configuration. */
function attributes() {
  return { httpOnly: true, sameSite: 'lax', path: '/', secure: isServedOverHttps() } as const;
}

function wrongPassword(address: string): Problem {
  return new Problem(
    'unauthenticated',
    address === sharedPersonEmail
      ? 'That is not the curator password, which is set as ADMIN_PASSWORD. With an account of your own, enter your e-mail address too.'
      : 'The e-mail address or the password is wrong. An administrator can make a link by which you set a new password.',
    { code: 'wrong-password' },
  );
}

function needsAddress(): Problem {
  return new Problem(
    'unauthenticated',
    'Enter the e-mail address of your account: no shared password is set.',
  );
}
