import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { closeDatabase } from '@/lib/catalog/database';
import { forgetSingleton } from '@/lib/platform/process-singleton';
import { hashPassword } from './password-hash';
import { requireSameOrigin } from './same-origin';
import { isSharedPassword } from './shared-password';
import { type CookieJar, findSignedIn, signIn as signInWith, signOut } from './session';
import { useTestDatabase } from '@/tests/support/database';

const postgres = useTestDatabase();
let dataDir: string;

function configure(environment: Record<string, string>): void {
  for (const name of ['ADMIN_PASSWORD', 'PUBLIC_URL', 'SESSION_SECRET']) delete process.env[name];
  Object.assign(process.env, { GAFU_DATA_DIR: dataDir, ...environment });
  for (const name of ['settings', 'sign-in']) forgetSingleton(name);
}

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'gafu-auth-'));
  configure({});
  await postgres.db.rateLimit.deleteMany();
});
afterEach(() => rm(dataDir, { recursive: true }));

/** A browser's cookies, with the attributes that they were set with. */
function cookieJar() {
  const cookies = new Map<string, { value: string; attributes: Record<string, unknown> }>();
  const jar: CookieJar = {
    get: (name) => {
      const value = cookies.get(name)?.value;
      return value ? { name, value } : undefined;
    },
    set: (name, value, attributes) => cookies.set(name, { value, attributes: { ...attributes } }),
  };
  return { jar, cookies };
}

const signIn = (jar: CookieJar, password: string, client: string) =>
  signInWith(jar, { email: null, password }, client);
const isSignedIn = async (jar: CookieJar) => (await findSignedIn(jar)) !== null;

const copyTo = (jar: CookieJar, value: string) =>
  jar.set('gafu_session', value, { httpOnly: true, sameSite: 'lax', path: '/', secure: false, maxAge: 60 });

describe('The shared password', () => {
  test('is ADMIN_PASSWORD if that is set', async () => {
    configure({ ADMIN_PASSWORD: 'correct horse battery' });
    expect(await isSharedPassword('correct horse battery')).toBe(true);
    expect(await isSharedPassword('correct horse')).toBe(false);
  });

  test('is the one that an earlier version made, whose hash is in the data folder', async () => {
    await writeFile(path.join(dataDir, 'admin-password'), `${await hashPassword('k3v9-q2mw-ta77-0zzz')}\n`);
    expect(await isSharedPassword('k3v9-q2mw-ta77-0zzz')).toBe(true);
    expect(await isSharedPassword('k3v9-q2mw-ta77-0zzx')).toBe(false);
    const { jar } = cookieJar();
    await signIn(jar, 'k3v9-q2mw-ta77-0zzz', '192.0.2.1');
    expect(await isSignedIn(jar)).toBe(true);
  });

  test('fits nothing while there is none', async () => {
    expect(await isSharedPassword('')).toBe(false);
    await expect(signIn(cookieJar().jar, '', '192.0.2.1')).rejects.toMatchObject({
      kind: 'unauthenticated',
      message: expect.stringContaining('e-mail address'),
    });
  });
});

describe('A session', () => {
  beforeEach(() => configure({ ADMIN_PASSWORD: 'correct horse battery' }));

  test('begins with the right password and ends with signing out', async () => {
    const { jar, cookies } = cookieJar();
    expect(await isSignedIn(jar)).toBe(false);
    await signIn(jar, 'correct horse battery', '192.0.2.1');
    expect(await findSignedIn(jar)).toMatchObject({
      person: { id: 'shared-password', role: 'administrator' },
    });
    expect(cookies.get('gafu_session')?.attributes).toMatchObject({
      httpOnly: true,
      sameSite: 'lax',
      secure: false,
    });
    await signOut(jar);
    expect(await isSignedIn(jar)).toBe(false);
  });

  test('that was signed out is over for a copy of its cookie too, and no other', async () => {
    const [own, another] = [cookieJar(), cookieJar()];
    for (const { jar } of [own, another]) await signIn(jar, 'correct horse battery', '192.0.2.1');
    const copy = own.cookies.get('gafu_session')?.value ?? '';
    await signOut(own.jar);
    copyTo(own.jar, copy);
    expect(await isSignedIn(own.jar)).toBe(false);
    expect(await isSignedIn(another.jar)).toBe(true);
  });

  test('leaves no row behind: not when it begins again, not when it has expired', async () => {
    await postgres.db.session.deleteMany();
    const expiresAt = new Date(Date.now() - 1000);
    await postgres.db.session.create({
      data: { id: 'old', token: 'old', personId: 'shared-password', expiresAt },
    });
    const { jar } = cookieJar();
    for (let i = 0; i < 3; i++) await signIn(jar, 'correct horse battery', '192.0.2.1');
    expect(await postgres.db.session.count()).toBe(1);
    await postgres.db.session.updateMany({ data: { expiresAt: new Date(Date.now() - 1000) } });
    expect(await isSignedIn(jar)).toBe(false);
  });

  test('is not over while Postgres is away: nobody can tell, and nobody is signed out', async () => {
    const { jar } = cookieJar();
    await signIn(jar, 'correct horse battery', '192.0.2.1');
    await closeDatabase();
    configure({
      ADMIN_PASSWORD: 'correct horse battery',
      DATABASE_URL: 'postgresql://gafu@127.0.0.1:1/none',
    });
    await expect(isSignedIn(jar)).rejects.toMatchObject({ kind: 'unavailable' });
    await expect(signOut(jar)).rejects.toMatchObject({ kind: 'unavailable' });
    configure({ ADMIN_PASSWORD: 'correct horse battery', DATABASE_URL: postgres.url });
    expect(await isSignedIn(jar)).toBe(true);
  });

  test('has a secure cookie where the site is served by https', async () => {
    configure({ ADMIN_PASSWORD: 'correct horse battery', PUBLIC_URL: 'https://art.example' });
    const { jar, cookies } = cookieJar();
    await signIn(jar, 'correct horse battery', '192.0.2.1');
    expect(cookies.get('gafu_session')?.attributes).toMatchObject({ secure: true });
  });

  test('does not begin with a forged cookie, nor with one sealed by another secret', async () => {
    const { jar } = cookieJar();
    for (const forged of ['Fe26.2*1*aaaa*bbbb*cccc*1*dddd*eeee~2', 'a.b', '', '%', '漢字.x']) {
      copyTo(jar, forged);
      expect([forged, await isSignedIn(jar)]).toEqual([forged, false]);
    }
    await signIn(jar, 'correct horse battery', '192.0.2.1');
    await writeFile(path.join(dataDir, 'session-secret'), 'x'.repeat(43));
    expect(await isSignedIn(jar)).toBe(false);
  });

  test('goes on at another server that has the same password and SESSION_SECRET, and at no other', async () => {
    const shared = { ADMIN_PASSWORD: 'correct horse battery', SESSION_SECRET: 's'.repeat(32) };
    configure(shared);
    const { jar } = cookieJar();
    await signIn(jar, 'correct horse battery', '192.0.2.1');
    const elsewhere = await mkdtemp(path.join(dataDir, 'elsewhere-'));
    configure({ ...shared, GAFU_DATA_DIR: elsewhere });
    expect(await isSignedIn(jar)).toBe(true);
    configure({ ...shared, GAFU_DATA_DIR: elsewhere, SESSION_SECRET: 't'.repeat(32) });
    expect(await isSignedIn(jar)).toBe(false);
  });

  test('ends when the password is changed', async () => {
    const { jar } = cookieJar();
    await signIn(jar, 'correct horse battery', '192.0.2.1');
    configure({ ADMIN_PASSWORD: 'another password' });
    expect(await isSignedIn(jar)).toBe(false);
  });

  test('cannot be guessed for: the sixth try of a client is refused, even with the right password', async () => {
    const { jar } = cookieJar();
    for (let i = 0; i < 5; i++) {
      await expect(signIn(jar, `guess ${i}`, '192.0.2.1')).rejects.toMatchObject({ kind: 'unauthenticated' });
    }
    await expect(signIn(jar, 'correct horse battery', '192.0.2.1')).rejects.toMatchObject({
      kind: 'too-many-requests',
      extensions: { retryAfterSeconds: expect.any(Number) },
    });
    await signIn(jar, 'correct horse battery', '192.0.2.2');
  });

  test('signing in often with the right password is never refused', async () => {
    const { jar } = cookieJar();
    for (let i = 0; i < 8; i++) await signIn(jar, 'correct horse battery', '192.0.2.1');
  });
});

describe('A form', () => {
  const post = (headers: Record<string, string>) =>
    new Request('http://gafu.test/admin/works', {
      method: 'POST',
      headers: { host: 'gafu.test', ...headers },
    });

  test.each([
    ['our own page', { 'sec-fetch-site': 'same-origin', origin: 'http://gafu.test' }],
    ['an older browser on our page', { origin: 'http://gafu.test' }],
    ['our page on another port', { host: 'gafu.test:8443', origin: 'https://gafu.test:8443' }],
    ['our page, its port left out by the browser', { host: 'gafu.test:443', origin: 'https://gafu.test' }],
    ['a program', {}],
  ])('sent by %s is accepted', (_sender, headers) => {
    expect(() => requireSameOrigin(post(headers))).not.toThrow();
  });

  test.each([
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    ['a sibling domain', { 'sec-fetch-site': 'same-site', origin: 'http://other.gafu.test' }],
    ['another site in an older browser', { origin: 'https://evil.example' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['a neighbour on another port', { host: 'gafu.test:3000', origin: 'http://gafu.test:3001' }],
  ])('sent by %s is refused', (_sender, headers) => {
    expect(() => requireSameOrigin(post(headers))).toThrow(/from another site.*set PUBLIC_URL/);
  });

  test('sent to the public address behind a proxy is accepted', () => {
    configure({ PUBLIC_URL: 'https://art.example' });
    expect(() => requireSameOrigin(post({ origin: 'https://art.example' }))).not.toThrow();
  });
});
