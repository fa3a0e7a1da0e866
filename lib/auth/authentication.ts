import { betterAuth } from 'better-auth/minimal';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { type Database, database } from '@/lib/catalog/database';
import { inTurn } from '@/lib/platform/in-turn';
import { log } from '@/lib/platform/log';
import { processSingleton } from '@/lib/platform/process-singleton';
import { currentAsker } from '@/lib/platform/request-context';
import { hashPassword, matchesHash } from './password-hash';
import { passwordLengths } from './password-lengths';
import { sharedPersonId } from './person';
import { sessionSecret } from './session-secret';
import { isSharedPassword, sharedPasswordVersion } from './shared-password';

export const sessionCookie = 'gafu_session';

const sessionSeconds = 14 * 24 * 60 * 60;
/** In place of a hash: the password is the shared one. */
const sharedMark = 'shared-password';

/**
 * better-auth on this process's database: passwords, sessions, one-time links. Only its functions are called; none of
 * its routes is mounted, so forms, limits and problem details stay ours. docs/decisions/026 says why.
 */
export async function authentication() {
  const [db, secret] = await Promise.all([database(), sessionSecret()]);
  const { made } = processSingleton('authentication', () => ({
    made: new WeakMap<Database, { secret: string; auth: ReturnType<typeof create> }>(),
  }));
  const known = made.get(db);
  if (known?.secret === secret) return known.auth;
  const auth = create(db, secret);
  made.set(db, { secret, auth });
  return auth;
}

function create(db: Database, secret: string) {
  return betterAuth({
    appName: 'Gafu',
    secret,
    // Needed by its routes alone.
    baseURL: 'http://gafu.invalid',
    database: prismaAdapter(db, { provider: 'postgresql', transaction: true }),
    user: {
      modelName: 'person',
      additionalFields: { role: { type: 'string' }, disabledAt: { type: 'date', required: false } },
    },
    account: { modelName: 'credential', fields: { userId: 'personId' } },
    verification: { modelName: 'oneTimeLink', storeIdentifier: 'hashed' },
    session: {
      modelName: 'session',
      fields: { userId: 'personId' },
      additionalFields: { passwordVersion: { type: 'string', required: false } },
      expiresIn: sessionSeconds,
      // A page cannot set cookies, so a session ends two weeks after it began.
      disableSessionRefresh: true,
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLengths.min,
      maxPasswordLength: passwordLengths.max,
      revokeSessionsOnPasswordReset: true,
      password: { hash: (password) => oneByOne(() => hashPassword(password)), verify },
    },
    databaseHooks: { session: { create: { before: describeSession } } },
    advanced: {
      useSecureCookies: false,
      cookies: { session_token: { name: sessionCookie } },
      // The columns for OAuth are left out.
      database: { validateSchema: false },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { level: 'error', log: (_level, message) => log.debug({ from: 'better-auth' }, message) },
  });
}

async function verify({ hash, password }: { hash: string; password: string }): Promise<boolean> {
  return hash === sharedMark ? isSharedPassword(password) : oneByOne(() => matchesHash(password, hash));
}

/** Each takes 0.3 s of a core and 32 MB. Clients take turns, so nobody's guesses keep the others out. */
function oneByOne<T>(work: () => Promise<T>): Promise<T> {
  return inTurn('password', work, currentAsker().client);
}

/** No network address is kept of anyone. */
async function describeSession({ userId }: { userId: string }) {
  const passwordVersion = userId === sharedPersonId ? await sharedPasswordVersion() : null;
  return { data: { ipAddress: undefined, passwordVersion } };
}
