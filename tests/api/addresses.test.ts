import { request as httpRequest } from 'node:http';
import { text } from 'node:stream/consumers';
import { workHref } from '@/lib/catalog/work-address';
import { useTestDatabase } from '../support/database';
import { useSite, type Site } from '../support/site';

jest.setTimeout(60_000);

const postgres = useTestDatabase({ samples: ['cubist-sea'] });

interface Answer {
  readonly status: number;
  readonly location: string | undefined;
  readonly cookies: readonly string[] | undefined;
  readonly body: string;
}

/** A request that names a host of its own, which `fetch` does not allow. */
function visit(site: Site, path: string, headers: Record<string, string>) {
  return new Promise<Answer>((resolve, reject) => {
    const { hostname, port } = new URL(site.origin);
    httpRequest({ hostname, port, path, headers }, async (response) => {
      const { statusCode: status = 0, headers: received } = response;
      const { location, 'set-cookie': cookies } = received;
      resolve({ status, location, cookies, body: await text(response) });
    })
      .on('error', reject)
      .end();
  });
}

async function addressesOf(site: Site, headers: Record<string, string>) {
  const path = workHref(await postgres.db.artwork.findFirstOrThrow());
  const { body } = await visit(site, path, headers);
  const openapi = JSON.parse((await visit(site, '/api/openapi.json', headers)).body) as {
    servers: { url: string }[];
  };
  return {
    canonical: /<link rel="canonical" href="([^"]+)"/.exec(body)?.[1]?.replace(path, ''),
    picture: new URL(/property="og:image" content="([^"]+)"/.exec(body)?.[1] ?? '').origin,
    sitemap: /<loc>([^<]+)\/sitemaps\/pages\.xml<\/loc>/.exec(
      (await visit(site, '/sitemap.xml', headers)).body,
    )?.[1],
    robots: /Sitemap: (\S+)\/sitemap\.xml/.exec((await visit(site, '/robots.txt', headers)).body)?.[1],
    api: openapi.servers[0]?.url,
  };
}

const all = (origin: string) => ({
  canonical: origin,
  picture: origin,
  sitemap: origin,
  robots: origin,
  api: origin,
});

describe('without PUBLIC_URL', () => {
  const site = useSite(postgres, { env: { PUBLIC_URL: '', TRUSTED_PROXIES: 'loopback' } });

  test('addresses name the host that was asked, and what a trusted proxy forwards', async () => {
    expect(await addressesOf(site, { host: 'art.example:8080' })).toEqual(all('http://art.example:8080'));
    const forwarded = { 'x-forwarded-host': 'museum.example', 'x-forwarded-proto': 'https' };
    expect(await addressesOf(site, { host: 'web:3000', ...forwarded })).toEqual(
      all('https://museum.example'),
    );
  });

  test('a link that a mail program damaged leads to the page that was meant', async () => {
    const work = await postgres.db.artwork.findFirstOrThrow();
    const { id } = work;
    const host = { host: 'art.example' };
    for (const [damaged, meant] of [
      [`${workHref(work)}).`, workHref(work)],
      [`/search?style=${id}&amp;page=1.`, `/search?style=${id}&page=1`],
      [`/browse?sort=newest&amp;page=1)&utm_source=mail`, `/browse?sort=newest&page=1`],
    ]) {
      const answer = await visit(site, damaged ?? '', host);
      expect([answer.status, answer.location]).toEqual([308, `http://art.example${meant}`]);
      expect((await visit(site, meant ?? '', host)).status).toBe(200);
    }
    expect((await visit(site, `${workHref(work)}?fbclid=x`, host)).status).toBe(200);
  });

  test('an address of a work without its title, or with another, leads to the one that it has', async () => {
    const work = await postgres.db.artwork.findFirstOrThrow();
    const host = { host: 'art.example' };
    for (const path of [`/works/${work.id}`, `/works/${work.id}/an-earlier-title`, `/works/${work.id}/%E0`])
      expect(await visit(site, `${path}?page=2`, host)).toMatchObject({
        status: 308,
        location: `http://art.example${workHref(work)}?page=2`,
      });
    expect((await visit(site, '/works/nowhere/the-great-wave', host)).status).toBe(404);
  });

  test('a first visit is led to the language that the visitor reads, and the switch is remembered', async () => {
    const host = { host: 'art.example' };
    const japanese = { ...host, 'accept-language': 'ja,en;q=0.5' };
    const first = await visit(site, '/browse?q=sea', japanese);
    expect([first.status, first.location]).toEqual([307, 'http://art.example/ja/browse?q=sea']);
    const page = await visit(site, '/ja/browse?q=sea', japanese);
    expect(page).toMatchObject({ status: 200, cookies: undefined });
    expect(page.body).toContain('<html lang="ja"');
    expect(page.body).toMatch(/<a href="\/browse\?q=sea" lang="en" hrefLang="en"[^>]*>English<\/a>/);
    const clicked = {
      ...japanese,
      'sec-fetch-site': 'same-origin',
      referer: 'http://art.example/ja/browse?q=sea',
    };
    const english = await visit(site, '/browse?q=sea', clicked);
    expect([english.status, english.cookies]).toEqual([
      200,
      ['language=en; Path=/; Max-Age=31536000; SameSite=Lax'],
    ]);
    const closed = await visit(site, '/ja/admin/works', host);
    expect(closed.location).toBe('http://art.example/ja/admin?next=%2Fadmin%2Fworks');
    expect((await visit(site, '/', { ...japanese, cookie: 'language=en' })).status).toBe(200);
  });

  test('the API passes over trackers, and still names a parameter that was mistyped', async () => {
    const { id } = await postgres.db.artwork.findFirstOrThrow();
    const host = { host: 'art.example' };
    const status = async (path: string) => (await visit(site, path, host)).status;
    expect(await status(`/api/v1/search?style=${id}&amp;limit=1&utm_campaign=spring`)).toBe(200);
    expect(await status('/api/v1/artworks?fbclid=x&limit=1.')).toBe(200);
    expect(await status(`/api/v1/search?stlye=${id}`)).toBe(400);
  });
});

describe('with PUBLIC_URL', () => {
  const site = useSite(postgres, { env: { PUBLIC_URL: 'https://gafu.example/' } });

  test('addresses name it, whatever host a request claims', async () => {
    const forged = { host: 'forged.example', 'x-forwarded-host': 'forged.example' };
    expect(await addressesOf(site, forged)).toEqual(all('https://gafu.example'));
  });
});
