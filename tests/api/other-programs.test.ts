import { parse } from 'csv-parse/sync';
import { type ExampleLanguage } from '@/app/[locale]/developers/client-examples';
import { type Artwork } from '@/lib/catalog/artwork';
import { listArtworks } from '@/lib/catalog/artworks.repository';
import { foreignColumns } from '@/lib/export/csv-form';
import { useTestDatabase } from '../support/database';
import { testWith } from '../support/prerequisites';
import { useSite } from '../support/site';
import { apiClient } from './client';
import { runExample } from './run-example';

// The first picture waits for the network to be loaded.
jest.setTimeout(60_000);

const postgres = useTestDatabase({ samples: ['cubist-sea', 'cubist-cat', 'ukiyo-e-sea', 'ukiyo-e-cat'] });

describe('a site that other programs use', () => {
  const site = useSite(postgres);
  const api = apiClient(site);
  let works: readonly Artwork[] = [];
  const work = (at = 0) => {
    const found = works[at];
    if (!found) throw new Error(`There is no sample ${at}.`);
    return found;
  };

  beforeAll(async () => {
    const list = { filter: {}, sort: 'title', offset: 0, limit: 9 } as const;
    works = (await listArtworks(postgres.db, list)).artworks;
  });

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
      expect(rows.map(({ id }) => id)).toEqual(works.map(({ id }) => id));
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
      for (const { id } of works) expect(written).toContain(`\n${id},pictures/`);
    });

    testWith(['python'], 'run with Python', async () => {
      const lines = (await run('python')).trim().split('\n');
      expect(lines.slice(0, 4).sort()).toEqual(works.map(({ id, title }) => `${id} ${title}`).sort());
      expect(lines.slice(4).map((line) => line.split(' ')[0])).toEqual(['1', '2', '3']);
    });

    test('run with Node.js', async () => {
      const lines = (await run('javascript')).trim().split('\n');
      expect(lines.slice(0, -1).map((line) => line.split(' ')[0])).toEqual(['1', '2', '3', '4']);
      expect((await fetch(lines.at(-1) ?? '')).status).toBe(200);
    });
  });
});
