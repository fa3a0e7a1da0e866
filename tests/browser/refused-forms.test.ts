import { painted } from '../bad-input/pictures';
import { useTestDatabase } from '../support/database';
import { useSite } from '../support/site';
import { formOf, visitor } from '../support/visitor';

jest.setTimeout(60_000);

const postgres = useTestDatabase();
const password = 'the curators’ own';

const notAPicture = () => new Blob(['notes, no picture'], { type: 'image/jpeg' });

describe('a form that is refused, sent without client JavaScript', () => {
  const site = useSite(postgres, { env: { ADMIN_PASSWORD: password } });
  const newVisitor = () => visitor(() => site.origin);
  const signedIn = async () => {
    const visit = newVisitor();
    expect(await visit('/admin/login', { password })).toMatchObject({ status: 303, location: '/admin' });
    return visit;
  };

  test('goes back by 303 to its page, which says why, once', async () => {
    const visit = newVisitor();
    const refused = await visit('/query', { picture: notAPicture() });
    expect(refused).toMatchObject({ status: 303, location: '/' });
    const page = await visit('/');
    expect(page.status).toBe(200);
    expect(page.body).toMatch(/role="alert".*Allowed: still JPEG/s);
    expect((await visit('/')).body).not.toContain('Allowed: still JPEG');
  });

  test('shows its reason on its own page only, and not in what a client-side navigation fetches', async () => {
    const visit = newVisitor();
    await visit('/admin/login', { password: 'wrong' });
    expect((await visit('/')).body).not.toContain('not the curator password');
    await visit('/admin', undefined, { rsc: '1' });
    expect((await visit('/admin')).body).toContain('not the curator password');
    expect((await visit('/admin')).body).not.toContain('not the curator password');
  });

  test('keeps what was typed, markup and all scripts as the text that it is', async () => {
    const visit = await signedIn();
    const title = '富士 “quoted” <script>alert(1)</script>';
    const refused = await visit('/admin/works/create', {
      picture: notAPicture(),
      title,
      artist: 'Two\n<b>lines</b>',
    });
    expect(refused).toMatchObject({ status: 303, location: '/admin' });
    const { body } = await visit('/admin');
    expect(body).toContain('value="富士 “quoted” &lt;script&gt;alert(1)&lt;/script&gt;"');
    expect(body).not.toContain('<script>alert(1)');
    expect(body).toMatch(/value="Two\r?\n&lt;b&gt;lines&lt;\/b&gt;"/);
  });

  test('with more text than a cookie holds still says why, and that texts were shortened', async () => {
    const visit = await signedIn();
    const artist = Array.from({ length: 4_900 }, (_, i) =>
      String.fromCodePoint(0x4e00 + ((i * 7919) % 20_000)),
    );
    const fields = { picture: notAPicture(), title: 'Long', artist: artist.join('') };
    expect((await visit('/admin/works/create', fields)).status).toBe(303);
    const { body } = await visit('/admin');
    expect(body).toMatch(/artist may have at most 200 characters.*Long texts were shortened/s);
    expect(body).toContain('value="Long"');
    expect(body).toContain(artist.slice(0, 200).join(''));
  });

  test('of a stranger is refused the same way, and adds nothing', async () => {
    const visit = newVisitor();
    const picture = new Blob([new Uint8Array(await painted().png().toBuffer())]);
    const refused = await visit('/admin/works/create', { picture, title: 'Intruder' });
    expect(refused).toMatchObject({ status: 303, location: '/admin' });
    expect((await visit('/admin')).body).toContain('sign in with the curator password');
    expect(await postgres.db.artwork.count({ where: { title: 'Intruder' } })).toBe(0);
  });

  test('gets problem details with their status if the client accepts JSON', async () => {
    const answer = await fetch(`${site.origin}/query`, {
      method: 'POST',
      body: formOf({ picture: notAPicture() }),
      headers: { accept: 'application/json' },
    });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      415,
      'application/problem+json; charset=utf-8',
    ]);
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(await answer.json()).toMatchObject({ status: 415, detail: expect.stringContaining('Allowed') });
  });

  test('shows no reason that is forged', async () => {
    for (const value of ['AAAA', 'eyJ9', '%00', 'x'.repeat(3000)]) {
      const answer = await fetch(`${site.origin}/`, { headers: { cookie: `gafu_refused_=${value}` } });
      expect([value, answer.status]).toEqual([value, 200]);
      expect(await answer.text()).not.toContain('role="alert"');
    }
  });
});
