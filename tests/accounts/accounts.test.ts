import { painted } from '../bad-input/pictures';
import { somePassword, tokenIn } from '../support/accounts';
import { useTestDatabase } from '../support/database';
import { useSite } from '../support/site';
import { formOf, type Visit, visitor } from '../support/visitor';

jest.setTimeout(180_000);

const postgres = useTestDatabase();
const link = /\/admin\/link\?token=[\w-]{43}/;
const apiToken = /gafu_[\w-]{43}/;

describe('the accounts of a site, without client JavaScript', () => {
  const site = useSite(postgres, { env: { ADMIN_PASSWORD: 'correct horse battery' } });
  const newVisitor = () => visitor(() => site.origin);

  /** An account by invitation, as people make it. @returns its owner, signed in */
  const invited = async (admin: Visit, name: string, role: string): Promise<Visit> => {
    const email = `${name.toLowerCase()}@example.org`;
    const { status, location } = await admin('/admin/people/invite', { name, email, role });
    expect(status).toBe(303);
    const shown = link.exec((await admin(location ?? '')).body)?.[0] ?? '';
    expect(shown).toMatch(link);
    // Once: a reload does not show it again.
    expect((await admin(location ?? '')).body).not.toMatch(link);
    const visit = newVisitor();
    expect((await visit(shown)).body).toContain(`Set a password for the account of ${name}`);
    const token = tokenIn(shown);
    expect(await visit('/admin/link/accept', { token, password: somePassword })).toMatchObject({
      status: 303,
      location: '/admin',
    });
    expect((await visit('/admin')).body).toContain('Add a work');
    expect((await newVisitor()(shown)).status).toBe(410);
    return visit;
  };

  const administrator = async () => {
    const visit = newVisitor();
    await visit('/admin/login', { password: 'correct horse battery' });
    return visit;
  };

  test('are made by invitation, and each does what its role allows', async () => {
    const admin = await administrator();
    const curator = await invited(admin, 'Carla', 'curator');
    expect((await curator('/admin/people')).status).toBe(403);
    expect((await curator('/admin/people')).body).toContain('Only administrators can open it');
    expect((await (await invited(admin, 'Ada', 'administrator'))('/admin/people')).body).toContain('Carla');
  });

  test('can be signed in to from any of the curators’ pages, which opens then', async () => {
    const admin = await administrator();
    await invited(admin, 'Nina', 'curator');
    const visit = newVisitor();
    const { status, location } = await visit('/admin/account');
    expect([status, location]).toEqual([303, expect.stringMatching(/\/admin\?next=%2Fadmin%2Faccount$/)]);
    expect((await visit(location ?? '')).body).toContain('name="next" value="/admin/account"');
    const wrong = await visit('/admin/login', {
      email: 'nina@example.org',
      password: 'not it',
      next: '/admin/account',
    });
    expect(wrong).toMatchObject({ status: 303, location: '/admin' });
    const { body } = await visit('/admin');
    expect(body).toMatch(/role="alert".*The e-mail address or the password is wrong/s);
    expect(body).toContain('value="nina@example.org"');
    expect(body).toContain('value="/admin/account"');
    const right = { email: 'nina@example.org', password: somePassword };
    for (const next of ['https://evil.example', '//evil.example', '/admin/../x', 'javascript:alert(1)'])
      expect((await visit('/admin/login', { ...right, next })).location).toBe('/admin');
    expect((await visit('/admin/login', { ...right, next: '/admin/account' })).location).toBe(
      '/admin/account',
    );
  });

  test('keep what was typed when a form is refused, except passwords', async () => {
    const admin = await administrator();
    await admin('/admin/people/invite', { name: 'Typo “T”', email: 'nobody', role: 'administrator' });
    const { body } = await admin('/admin/people');
    expect(body).toMatch(/role="alert".*must be an e-mail address/s);
    expect(body).toContain('value="Typo “T”"');
    expect(body).toMatch(/checked="" value="administrator"|value="administrator" checked=""/);
    await admin('/admin/tokens/create', { name: 'Loans', days: '7' });
    const tokens = await admin('/admin/tokens');
    expect(tokens.body).toMatch(/role="alert".*scopes are missing: choose at least one/s);
    expect(tokens.body).toContain('value="Loans"');
  });

  test('get a new password by a reset link, which returns to itself when refused', async () => {
    const admin = await administrator();
    const owner = await invited(admin, 'Rosa', 'curator');
    const { id } = await postgres.db.person.findUniqueOrThrow({ where: { email: 'rosa@example.org' } });
    await admin(`/admin/people/${id}/link`, {});
    const shown = link.exec((await admin(`/admin/people/${id}`)).body)?.[0] ?? '';
    const visit = newVisitor();
    const token = tokenIn(shown);
    const refused = await visit('/admin/link/accept', { token, password: 'short' });
    expect(refused).toMatchObject({ status: 303, location: shown });
    const { body } = await visit(shown);
    expect(body).toMatch(/role="alert".*It needs 12 to 256/s);
    expect(body).not.toContain('value="short"');
    await visit('/admin/link/accept', { token, password: 'another long password' });
    expect((await visit('/admin/account')).status).toBe(200);
    expect((await owner('/admin/account')).status).toBe(303);
  });

  test('that are disabled are signed out at once', async () => {
    const admin = await administrator();
    const owner = await invited(admin, 'Dora', 'curator');
    const { id } = await postgres.db.person.findUniqueOrThrow({ where: { email: 'dora@example.org' } });
    expect((await admin(`/admin/people/${id}/access`, { access: 'disabled' })).status).toBe(303);
    expect((await admin(`/admin/people/${id}?saved=disabled`)).body).toContain('The account is disabled.');
    expect((await owner('/admin/account')).status).toBe(303);
    await owner('/admin/login', { email: 'dora@example.org', password: somePassword });
    expect((await owner('/admin')).body).toContain('This account is disabled');
  });

  test('make tokens that add works, within their scope; the log names the token', async () => {
    const admin = await administrator();
    const make = async (scope: string) => {
      await admin('/admin/tokens/create', { name: `A script for ${scope}`, days: '7', [scope]: 'on' });
      const { body } = await admin('/admin/tokens');
      expect((await admin('/admin/tokens')).body).not.toMatch(apiToken);
      return apiToken.exec(body)?.[0] ?? '';
    };
    const picture = new Blob([new Uint8Array(await painted(210, 150).png().toBuffer())]);
    const add = async (token: string) => {
      const answer = await fetch(`${site.origin}/api/v1/artworks`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
        body: formOf({ title: 'From a script', artist: 'Anon', picture }),
      });
      return {
        status: answer.status,
        headers: answer.headers,
        body: (await answer.json()) as Record<string, unknown>,
      };
    };
    const reading = await make('works:read');
    const refused = await add(reading);
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([
      403,
      'Bearer error="insufficient_scope", scope="works:write"',
    ]);
    const writing = await make('works:write');
    const added = await add(writing);
    expect([added.status, added.body.state]).toEqual([201, 'pending']);
    expect(added.headers.get('location')).toBe(`/api/v1/artworks/${String(added.body.id)}`);
    expect(await add(writing)).toMatchObject({ status: 409, body: { artworkId: added.body.id } });

    await postgres.db.artwork.updateMany({ data: { publication: 'draft' } });
    const read = async (path: string, token?: string) =>
      fetch(site.origin + path, token ? { headers: { authorization: `Bearer ${token}` } } : {});
    const path = `/api/v1/artworks/${String(added.body.id)}`;
    expect((await read(path)).status).toBe(404);
    expect((await read(path, writing)).status).toBe(404);
    const draft = await read(path, reading);
    expect([draft.status, draft.headers.get('cache-control')]).toEqual([200, 'private, no-cache']);
    expect(await draft.json()).toMatchObject({ title: 'From a script', publication: 'draft' });
    expect(await (await read('/api/v1/artworks')).json()).toMatchObject({ total: 0 });
    expect(await (await read('/api/v1/artworks', reading)).json()).toMatchObject({ total: 1 });

    const history = await admin(`/admin/works/${String(added.body.id)}/history`);
    expect(history.body).toContain('A script for works:write (API token)');
    const log = await admin('/admin/log?subject=token&action=create');
    expect(log.body).toContain('2 changes');
    await admin(
      `/admin/tokens/${(await postgres.db.apiToken.findFirstOrThrow({ where: { scopes: { has: 'works:write' } } })).id}/revoke`,
      {},
    );
    expect((await add(writing)).status).toBe(401);
  });

  test('are made and recovered by command', async () => {
    const output = await site.gafu('invite', 'cli@example.org', '--name', 'Clio', '--role', 'administrator');
    const visit = newVisitor();
    const token = tokenIn(link.exec(output)?.[0] ?? '');
    await visit('/admin/link/accept', { token, password: somePassword });
    expect((await visit('/admin/log?actor=command%3Agafu+invite')).body).toContain('gafu invite (command)');
    expect(await site.gafu('reset-password', 'CLI@example.org')).toMatch(link);
  });
});
