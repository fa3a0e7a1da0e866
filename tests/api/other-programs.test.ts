import { parse } from 'csv-parse/sync';
import sharp from 'sharp';
import { type ExampleLanguage } from '@/app/[locale]/developers/client-examples';
import { workHref } from '@/lib/catalog/work-address';
import { foreignColumns } from '@/lib/export/csv-form';
import { useTestDatabase } from '../support/database';
import { testWith } from '../support/prerequisites';
import { useListedWorks } from '../support/listed-works';
import { useSite } from '../support/site';
import { apiClient } from './client';
import { runExample } from './run-example';

// The first picture waits for the network to be loaded.
jest.setTimeout(60_000);

const postgres = useTestDatabase({ samples: ['cubist-sea', 'cubist-cat', 'ukiyo-e-sea', 'ukiyo-e-cat'] });

describe('a site that other programs use', () => {
  const site = useSite(postgres);
  const api = apiClient(site);
  const { works, work } = useListedWorks(postgres);

  describe('lists as tables', () => {
    test('have the columns of an export and lead on, page by page, with an ETag each', async () => {
      const rows: Record<string, string>[] = [];
      let path: string | undefined = '/api/v1/artworks?limit=3&sort=title&as=csv';
      while (path !== undefined) {
        const answer = await api.get(path);
        expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
        const etag = answer.headers.get('etag') ?? '';
        expect((await api.get(path, { headers: { 'if-none-match': etag } })).status).toBe(304);
        rows.push(...parse<Record<string, string>>(await answer.text(), { bom: true, columns: true }));
        path = /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1];
      }
      expect(rows.map(({ id }) => id)).toEqual(works().map(({ id }) => id));
      expect(JSON.parse(rows[0]?.['titles'] ?? '')).toEqual(work().titles);
      expect(foreignColumns(Object.keys(rows[0] ?? {}))).toEqual([]);
    });

    test('are read by spreadsheets without being run, in the order of a search', async () => {
      const { id, title, medium } = work(1);
      const cell = '=HYPERLINK("http://evil.example")';
      await postgres.db.artwork.update({ where: { id }, data: { medium: cell } });
      const answer = await api.get(`/api/v1/search?style=${work().id}`, { headers: { accept: 'text/csv' } });
      const rows = parse<Record<string, string>>(await answer.text(), { bom: true, columns: true });
      expect(rows).toHaveLength(3);
      expect(rows.find((row) => row['titles']?.includes(title))?.['medium']).toBe(`'${cell}`);
      await postgres.db.artwork.update({ where: { id }, data: { medium } });
    });
  });

  describe('the examples of the page for developers', () => {
    const run = (language: ExampleLanguage) => runExample(language, site.origin, [work().id, work(1).id]);

    testWith(['curl'], 'run with curl', async () => {
      const written = await run('curl');
      expect(written.match(/"hits":\[/g)).toHaveLength(4);
      expect(written).toContain('"artworks":[');
      for (const { id } of works()) expect(written).toContain(`\n${id},pictures/`);
    });

    testWith(['python'], 'run with Python', async () => {
      const lines = (await run('python')).trim().split('\n');
      expect(lines.slice(0, 4).sort()).toEqual(
        works()
          .map(({ id, title }) => `${id} ${title}`)
          .sort(),
      );
      expect(lines.slice(4).map((line) => line.split(' ')[0])).toEqual(['1', '2', '3']);
    });

    test('run with Node.js', async () => {
      const lines = (await run('javascript')).trim().split('\n');
      expect(lines.slice(0, -1).map((line) => line.split(' ')[0])).toEqual(['1', '2', '3', '4']);
      expect((await fetch(lines.at(-1) ?? '')).status).toBe(200);
    });
  });

  describe('pages that embed a work', () => {
    test('find out how from its page', async () => {
      const page = await (await api.get(workHref(work()))).text();
      for (const type of ['application/json+oembed', 'text/xml+oembed']) {
        const link = new RegExp(`<link [^>]*type="${type.replace('+', '\\+')}"[^>]*>`).exec(page)?.[0] ?? '';
        const href = (/href="([^"]+)"/.exec(link)?.[1] ?? '').replaceAll('&amp;', '&');
        const answer = await fetch(new URL(href, site.origin));
        expect([type, answer.status]).toEqual([type, 200]);
        expect(await answer.text()).toContain(`/embed/${work().id}`);
      }
    });

    test('get the words of the page’s language', async () => {
      const japanese = encodeURIComponent(`${site.origin}/ja${workHref(work())}`);
      const { html } = (await (await api.get(`/api/oembed?url=${japanese}`)).json()) as { html: string };
      const [, src = ''] = /src="([^"]+)"/.exec(html) ?? [];
      expect(await (await fetch(src)).text()).toContain('<html lang="ja">');
    });

    test('get a frame no larger than they ask for, and nothing for another address', async () => {
      const url = encodeURIComponent(`${site.origin}${workHref(work())}`);
      const answer = await api.get(`/api/oembed?url=${url}&maxwidth=300&maxheight=900`);
      expect(await answer.json()).toMatchObject({ version: '1.0', type: 'rich', width: 300, height: 300 });
      const refused = [
        `url=${encodeURIComponent('https://evil.example/works/a')}`,
        `url=${url}&format=yaml`,
        '',
      ];
      const problems = refused.map((query) => api.problemOf(api.get(`/api/oembed?${query}`)));
      expect((await Promise.all(problems)).map(({ status }) => status)).toEqual([404, 400, 400]);
    });

    test('may frame the page for it alone, which is small, runs nothing and keeps nothing', async () => {
      const answer = await api.get(`/embed/${work().id}?by=palette&limit=3&lang=ja`);
      const policy = answer.headers.get('content-security-policy');
      expect(policy).toContain('frame-ancestors *');
      expect(policy).not.toMatch(/script-src|unsafe/);
      expect([answer.headers.get('x-frame-options'), answer.headers.get('set-cookie')]).toEqual([null, null]);
      expect((await api.get(workHref(work()))).headers.get('x-frame-options')).toBe('DENY');
      const page = await answer.text();
      expect(Buffer.byteLength(page)).toBeLessThan(15_000);
      expect(page).not.toMatch(/<script|http:\/\/(?!127\.0\.0\.1)/);
      expect(page).toContain('<html lang="ja">');
      for (const [, href = ''] of page.matchAll(/<a href="([^"]+)"/g))
        expect([href, (await fetch(href.replaceAll('&amp;', '&'))).status]).toEqual([href, 200]);
    });
  });

  describe('messengers', () => {
    const cardOf = async (path: string) => {
      const page = await (await api.get(path, { headers: { 'accept-language': 'en' } })).text();
      return /<meta property="og:image" content="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '';
    };

    test.each(['work', 'search', 'colours', 'part'])('get a card for the page of a %s', async (kind) => {
      const path = {
        work: workHref(work()),
        search: `/search?style=${work().id}&content=${work(1).id}`,
        colours: '/search?palette=1d3b5a:60,c8a24a:40',
        part: `/search?style=${work().id}@25,40,30,20`,
      }[kind];
      const answer = await fetch(await cardOf(path ?? ''));
      expect(answer.headers.get('content-type')).toBe('image/jpeg');
      const card = sharp(Buffer.from(await answer.arrayBuffer()));
      expect(await card.metadata()).toMatchObject({ width: 1200, height: 630 });
    });

    test('get another card in Japanese, and the same one again without its bytes', async () => {
      const [english, japanese] = [
        await cardOf(`/search?style=${work().id}`),
        await cardOf(`/ja/search?style=${work().id}`),
      ];
      expect(japanese).toBe(`${english}&lang=ja`);
      const etags = await Promise.all(
        [english, japanese].map(async (url) => (await fetch(url)).headers.get('etag')),
      );
      expect(new Set(etags).size).toBe(2);
      const again = await fetch(english, { headers: { 'if-none-match': etags[0] ?? '' } });
      expect(again.status).toBe(304);
    });
  });

  test('search engines find a page in every language, and its one address', async () => {
    for (const path of ['/', '/browse', '/about', '/quality', '/developers', workHref(work())]) {
      const page = await (await api.get(`/ja${path === '/' ? '' : path}`)).text();
      const addresses = Object.fromEntries(
        [...page.matchAll(/<link rel="alternate" hrefLang="([^"]+)" href="([^"]+)"/gi)].map(
          ([, language, href]) => [language, new URL(href ?? '').pathname],
        ),
      );
      const ja = path === '/' ? '/ja' : `/ja${path}`;
      expect([path, addresses]).toEqual([path, { en: path, ja, 'x-default': path }]);
      const canonical = /<link rel="canonical" href="([^"]+)"/.exec(page)?.[1] ?? '';
      expect([path, new URL(canonical).pathname]).toEqual([path, ja]);
    }
    expect(await (await api.get('/sitemaps/pages.xml')).text()).toContain(
      `<xhtml:link rel="alternate" hreflang="ja" href="${site.origin}/ja/browse"/>`,
    );
    expect(await (await api.get('/robots.txt')).text()).toContain('Disallow: /ja/search');
  });
});
