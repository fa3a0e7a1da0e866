import { createHash } from 'node:crypto';
import { createServer, request } from 'node:http';
import { type AddressInfo } from 'node:net';
import sharp from 'sharp';
import { createUploadedQuery, deleteExpiredQueries } from '@/lib/catalog/queries.repository';
import { workHref } from '@/lib/catalog/work-address';
import { imageStore } from '@/lib/images/shared-image-store';
import { painted } from '../bad-input/pictures';
import { addWork, someImage } from '../support/artworks';
import { useTestDatabase } from '../support/database';
import { useSite } from '../support/site';

jest.setTimeout(60_000);

const postgres = useTestDatabase();

describe('what the site answers to programs and to bad addresses', () => {
  const site = useSite(postgres);
  const get = (path: string, headers: HeadersInit = {}) =>
    fetch(`${site.origin}${path}`, { headers, redirect: 'manual' });
  const text = async (path: string) => {
    const answer = await get(path);
    return { status: answer.status, body: await answer.text() };
  };

  test('a malformed search is 400, and its page names the parameter and what is allowed', async () => {
    const { status, body } = await text('/search?style=a~9');
    expect(status).toBe(400);
    expect(body).toMatch(/style: got .*a~9.*allowed is/);
    expect(body).toContain('Choose a picture');
    expect((await text('/search')).status).toBe(400);
    expect((await text('/search?style=a&page=x')).status).toBe(400);
    expect((await text('/browse?sort=price')).status).toBe(400);
  });

  test('a blend that names no search goes by 303 to an address that is 400 and says why', async () => {
    const refused = await get('/search/blend?style=a&style=a');
    expect([refused.status, refused.headers.get('location')]).toEqual([303, '/search?style=a&style=a']);
    const { status, body } = await text('/search?style=a&style=a');
    expect(status).toBe(400);
    expect(body).toMatch(/style: /);
  });

  test('an expired upload is 410, before and after it was cleaned away, and its page offers a new one', async () => {
    const image = someImage('expired');
    const expiresAt = new Date(Date.now() - 1000);
    const { id } = await createUploadedQuery(postgres.db, { image, embeddings: [], expiresAt });
    expect((await text(`/search?style=${id}`)).status).toBe(410);
    await deleteExpiredQueries(postgres.db, new Date());
    const { status, body } = await text(`/search?style=${id}`);
    expect(status).toBe(410);
    expect(body).toContain('This picture has been deleted');
    expect(body).toContain('Choose a picture');
  });

  test('an unknown picture, work or page is 404 with a way on', async () => {
    for (const path of [
      '/search?style=nowhere',
      '/search?style=q_unknown',
      '/works/nowhere',
      '/works/%00',
      '/nowhere',
    ]) {
      const { status, body } = await text(path);
      expect([path, status]).toEqual([path, 404]);
      expect(body).toContain('href="/browse"');
    }
  });

  test('a page is in English at one address for those who ask for no other language, without a cookie', async () => {
    const headers = { 'accept-language': 'de,fr;q=0.8', cookie: 'NEXT_LOCALE=ja' };
    const answer = await fetch(`${site.origin}/about`, { headers, redirect: 'manual' });
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([200, null]);
    expect(await answer.text()).toContain('<html lang="en"');
    for (const [path, bare] of [
      ['/en', '/'],
      ['/en/about?from=a&from=b', '/about?from=a&from=b'],
    ] as const) {
      const redirect = await fetch(`${site.origin}${path}`, { redirect: 'manual' });
      expect([path, redirect.status, redirect.headers.get('location')]).toEqual([path, 308, bare]);
    }
    expect((await text('/ja/about')).body).toContain('<html lang="ja"');
    expect((await text('/de/about')).status).toBe(404);
  });

  test('a work that is not embedded yet is 409 as a query, and still has its page', async () => {
    const work = await addWork(postgres.db, { title: 'Without features' });
    expect((await text(`/search?style=${work.id}`)).status).toBe(409);
    expect((await text(workHref(work))).body).toContain('Without features');
  });

  test('a page for one visitor carries a policy with a nonce of its own, and headers that close doors', async () => {
    const [first, second] = await Promise.all([get('/admin'), get('/admin')]);
    const policy = first.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]+' 'strict-dynamic'/);
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(policy).not.toBe(second.headers.get('content-security-policy'));
    const nonce = /nonce-([\w+/=]+)/.exec(policy)?.[1];
    expect(await first.text()).toContain(`nonce="${nonce}"`);
    const refused = await get('/search');
    expect(refused.headers.get('content-security-policy')).toMatch(/nonce-/);
    expect(refused.headers.get('x-content-type-options')).toBe('nosniff');
    expect(first.headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
    expect(first.headers.has('x-powered-by')).toBe(false);
  });

  test('a page for everyone is sent to each as it is, and its policy names its own inline scripts', async () => {
    const [first, second] = await Promise.all([get('/about'), get('/about')]);
    const html = await first.text();
    expect(await second.text()).toBe(html);
    const policy = first.headers.get('content-security-policy') ?? '';
    expect(policy).not.toMatch(/nonce-|strict-dynamic|script-src[^;]*unsafe/);
    const inline = [...html.matchAll(/<script(?![^>]*(?: src=|ld\+json))[^>]*>([\s\S]*?)<\/script>/g)];
    expect(inline.length).toBeGreaterThan(0);
    for (const [, script = ''] of inline)
      expect(policy).toContain(`'sha256-${createHash('sha256').update(script).digest('base64')}'`);
    const again = await get('/about', { 'if-none-match': first.headers.get('etag') ?? '' });
    expect([again.status, again.headers.get('content-security-policy')]).toEqual([304, null]);
    const asCurator = await get('/about', { cookie: 'any=cookie' });
    expect(asCurator.headers.get('cache-control')).toMatch(/no-store/);
  });

  test('a page that is not there carries the policy, whatever its path begins with', async () => {
    for (const path of [
      '/nowhere',
      '/admin/nowhere',
      '/api-nowhere',
      '/images/nowhere',
      '/images/a/b/c',
      '/network/nowhere',
      '/query/nowhere',
      '/queryer',
      '/robots.txt/nowhere',
      '/icon.svgz',
      '/_next/nowhere',
      '/works/a/b',
    ]) {
      const answer = await get(path);
      expect([path, answer.status]).toEqual([path, 404]);
      expect([path, answer.headers.get('content-security-policy')]).toEqual([
        path,
        expect.stringMatching(/script-src 'self' 'nonce-/),
      ]);
    }
  });

  test('the status is that of the page, whatever Host a client claims, and no other server is asked', async () => {
    const asked: string[] = [];
    const stranger = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end('stranger');
    });
    await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
    const { port } = stranger.address() as AddressInfo;
    const answer = await new Promise<{ status?: number; body: string }>((resolve, reject) => {
      const url = new URL('/search?style=a~9', site.origin);
      const headers = { host: `127.0.0.1:${port}`, 'x-forwarded-host': `127.0.0.1:${port}` };
      request(url, { headers }, (response) => {
        let body = '';
        response.on('data', (chunk) => (body += String(chunk)));
        response.on('end', () => resolve({ status: response.statusCode, body }));
      })
        .on('error', reject)
        .end();
    });
    stranger.close();
    expect(asked).toEqual([]);
    expect(answer).toEqual({ status: 400, body: expect.stringContaining('allowed is') });
  });

  test("a work's picture is served once and kept for ever; what is no picture is 404", async () => {
    const { key } = (await addWork(postgres.db, { title: 'Stored' })).image;
    await imageStore().put(key, await painted(900, 600).jpeg().toBuffer());
    const answer = await get(`/images/${key}/640.webp`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('image/webp');
    expect(answer.headers.get('cache-control')).toContain('immutable');
    const again = await get(`/images/${key}/640.webp`, {
      'if-none-match': answer.headers.get('etag') ?? '',
    });
    expect(again.status).toBe(304);
    expect((await get(`/images/${key}/640.webp`, { 'if-none-match': '*' })).status).toBe(304);
    expect((await get(`/images/${'0'.repeat(64)}/640.webp`, { 'if-none-match': '*' })).status).toBe(404);
    for (const path of [
      `${key}/641.webp`,
      `${key}/640.png`,
      `${'0'.repeat(64)}/640.webp`,
      '..%2f..%2fx/640.webp',
    ])
      expect((await get(`/images/${path}`)).status).toBe(404);
  });

  test('a work has a card for messengers, with its picture', async () => {
    const work = await addWork(postgres.db, { title: 'Shared' });
    await imageStore().put(work.image.key, await painted(640, 480).jpeg().toBuffer());
    const page = (await text(workHref(work))).body;
    const card = /property="og:image" content="([^"]+)"/.exec(page)?.[1] ?? '';
    const { pathname, search } = new URL(card);
    const answer = await get(`${pathname}${search}`);
    expect(answer.headers.get('content-type')).toBe('image/jpeg');
    const { width, height } = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
    expect([width, height]).toEqual([1200, 630]);
  });

  test('robots and sitemap tell of works and keep searches out, but those for one work’s style', async () => {
    const lines = (await text('/robots.txt')).body.split('\n');
    for (const path of ['', '/ja'])
      expect(lines).toEqual(
        expect.arrayContaining([
          `Disallow: ${path}/search`,
          `Allow: ${path}/search?style=`,
          `Disallow: ${path}/search?style=*&`,
        ]),
      );
    const { id } = await addWork(postgres.db, { title: 'Mapped' });
    expect((await text('/sitemap.xml')).body).toContain('/sitemaps/works-1.xml</loc>');
    expect((await text('/sitemaps/works-1.xml')).body).toContain(`/works/${id}/mapped</loc>`);
  });
});

describe.each(['127.0.0.1', '0.0.0.0', '::1'])('a site that listens on %s', (host) => {
  const site = useSite(postgres, { host });

  test.each([
    ['/search?style=a~9', 400],
    ['/browse?sort=price', 400],
    ['/works/nowhere', 404],
    ['/nowhere', 404],
    ['/about', 200],
  ])('answers %s with %d and its page', async (path, status) => {
    const answer = await fetch(`${site.origin}${path}`, { headers: { 'x-forwarded-proto': 'https' } });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-security-policy')).toMatch(/'(?:nonce|sha256)-/);
    expect(await answer.text()).toContain('<h1');
  });
});
