import { randomBytes } from 'node:crypto';
import { forgetSingleton } from '@/lib/platform/process-singleton';
import { cookieName, forgetRefusedFormCookie, readRefusedForm, refusedFormCookie } from './refused-form';

const refusal = { title: 'Too large', detail: 'At most 25 MB — “please”.', fields: { title: '富士' } };

/** What a browser sends back, by name. */
const browserWith = (...setCookies: string[]) => {
  const pairs = setCookies.map((line) => line.split(';')[0]?.split('=') ?? []);
  const values = new Map(pairs.map(([name = '', value = '']) => [name, { value }]));
  return { get: (name: string) => values.get(name) };
};
const valueOf = (setCookie: string) => setCookie.split(';')[0]?.split('=')[1] ?? '';

test('a refusal comes back as it was, in any script, in characters that every cookie may hold', () => {
  const cookie = refusedFormCookie('/admin', refusal);
  expect(valueOf(cookie)).toMatch(/^[\w-]+$/);
  expect(readRefusedForm(browserWith(cookie), '/admin')).toEqual(refusal);
});

test('its cookie is short-lived, hidden from scripts, and secure where the site is', () => {
  expect(refusedFormCookie('/admin', refusal)).toMatch(
    /^gafu_refused_admin=[\w-]+; Path=\/; Max-Age=60; HttpOnly; SameSite=Lax$/,
  );
  process.env.PUBLIC_URL = 'https://art.example';
  forgetSingleton('settings');
  expect(refusedFormCookie('/', refusal)).toMatch(/; Path=\/; .*; Secure$/);
  delete process.env.PUBLIC_URL;
  forgetSingleton('settings');
});

test('pages do not mix: each has a cookie of its own, and reads no other page’s', () => {
  const home = refusedFormCookie('/', { ...refusal, detail: 'of home' });
  const admin = refusedFormCookie('/admin', { ...refusal, detail: 'of curators' });
  expect(readRefusedForm(browserWith(home, admin), '/')?.detail).toBe('of home');
  expect(readRefusedForm(browserWith(home, admin), '/admin')?.detail).toBe('of curators');
  const moved = { get: () => ({ value: valueOf(home) }) };
  expect(readRefusedForm(moved, '/admin')).toBeNull();
});

test('a long description of ordinary prose is kept whole', () => {
  const description = Array.from({ length: 90 }, (_, line) => `Line ${line}: boats lie on the shore.`).join(
    ' ',
  );
  const typed = { ...refusal, fields: { title: 'Sea', description } };
  expect(readRefusedForm(browserWith(refusedFormCookie('/admin', typed)), '/admin')).toEqual(typed);
});

test.each([
  ['letters', () => randomBytes(15_000).toString('base64')],
  ['characters of two units', () => Array.from(randomBytes(5_000), (byte) => `${byte}🖼`).join('')],
])('texts too long for a cookie are cut, and the page says so: %s', (_, long) => {
  const description = long();
  const cookie = refusedFormCookie('/admin', { ...refusal, fields: { title: 'Sea', description } });
  expect(cookie.length).toBeLessThan(4096);
  const read = readRefusedForm(browserWith(cookie), '/admin');
  expect(read?.fields.title).toBe('Sea');
  const kept = read?.fields.description ?? '';
  expect(kept.length).toBeGreaterThan(200);
  expect(description.startsWith(kept)).toBe(true);
  // No half of a character.
  expect(kept).not.toMatch(/\p{Surrogate}/u);
  expect(read?.detail).toMatch(/“please”\. Long texts were shortened/);
});

test('fields that cannot be cut enough are left out, and the reason is still there', () => {
  const many = Array.from({ length: 200 }, () => [randomBytes(20).toString('hex'), 'x'] as const);
  const cookie = refusedFormCookie('/admin', { ...refusal, fields: Object.fromEntries(many) });
  expect(cookie.length).toBeLessThan(4096);
  expect(readRefusedForm(browserWith(cookie), '/admin')).toEqual({ ...refusal, fields: {} });
});

test('without a cookie, with an emptied one, or with one that cannot be read, there is no refusal', () => {
  const forged = ['', '!!', 'AAAA', Buffer.from('{"page":"/admin"}').toString('base64url')];
  for (const value of forged)
    expect(readRefusedForm(browserWith(`${cookieName('/admin')}=${value}`), '/admin')).toBeNull();
  expect(readRefusedForm(browserWith(), '/admin')).toBeNull();
  expect(readRefusedForm(browserWith(forgetRefusedFormCookie('/admin')), '/admin')).toBeNull();
});
