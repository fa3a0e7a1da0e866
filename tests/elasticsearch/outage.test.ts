import { z } from 'zod';
import { artworkListSchema } from '@/app/api/_lib/artwork.schema';
import { readinessSchema } from '@/app/api/_lib/health.schema';
import { searchResultSchema } from '@/app/api/_lib/search.schema';
import { countArtworks } from '@/lib/catalog/artworks.repository';
import { apiClient } from '../api/client';
import { parseMetrics, valueOf } from '../api/metrics';
import { painted } from '../bad-input/pictures';
import { useTestDatabase } from '../support/database';
import { createNode, describeWithOwnNode, type ElasticsearchNode } from '../support/elasticsearch-node';
import { useSite } from '../support/site';

jest.setTimeout(180_000);

const password = 'the curators’ own';
const token = 'a-token-for-these-tests';
const samples = ['cubist-sea', 'cubist-cat', 'ukiyo-e-sea', 'ukiyo-e-cat', 'ink-wash-sea', 'ink-wash-cat'];
const postgres = useTestDatabase({ samples });

describeWithOwnNode('a site whose Elasticsearch ends and comes back', () => {
  describe('with a network', () => {
    let node: ElasticsearchNode;
    beforeAll(async () => {
      node = await createNode();
      await node.start();
    }, 180_000);
    const site = useSite(postgres, {
      worker: true,
      env: () => ({
        ELASTICSEARCH_URL: node.url,
        ELASTICSEARCH_REPLICAS: '0',
        ADMIN_PASSWORD: password,
        METRICS_TOKEN: token,
      }),
    });
    afterAll(() => node.remove(), 60_000);

    const api = apiClient(site);
    let id = '';
    let cookie = '';
    const similar = (limit = 5) => api.get(`/api/v1/artworks/${id}/similar?limit=${limit}`);
    const page = async (path: string) => {
      const started = performance.now();
      const response = await fetch(`${site.origin}${path}`);
      return { response, text: await response.text(), ms: performance.now() - started };
    };
    const metric = async (name: string, labels: Record<string, string>) => {
      const answer = await api.get('/api/metrics', { headers: { Authorization: `Bearer ${token}` } });
      return valueOf(parseMetrics(await answer.text()), name, labels);
    };
    const post = (path: string, fields: Record<string, string | Blob>) => {
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) body.append(name, value);
      return fetch(`${site.origin}${path}`, {
        method: 'POST',
        body,
        headers: { accept: 'application/json', cookie },
        redirect: 'manual',
      });
    };
    const upload = async (seed: number) => {
      const picture = new Uint8Array(await painted(seed, 96).png().toBuffer());
      return post('/admin/works/create', { title: `Uploaded ${seed}`, picture: new Blob([picture]) });
    };
    /** Polls until the condition holds. */
    const until = async (what: string, isSo: () => Promise<boolean>, withinMs = 90_000) => {
      const deadline = performance.now() + withinMs;
      while (!(await isSo())) {
        if (performance.now() > deadline) throw new Error(`Not within ${withinMs / 1000} s: ${what}`);
        await postgres.db.$executeRaw`SELECT pg_sleep(0.2)`;
      }
    };
    const untilFound = (works: number) =>
      until(`a search finds ${works} works`, async () => {
        const answer = await similar();
        return answer.ok && searchResultSchema.parse(await answer.json()).total === works - 1;
      });
    const untilReady = (works: number) =>
      until(`${works} works are ready`, async () => (await countArtworks(postgres.db)).ready === works);
    const reconciled = async () =>
      z
        .object({ agree: z.boolean(), waiting: z.number() })
        .parse(JSON.parse(jsonIn(await site.gafu('reconcile', '--json'))));

    beforeAll(async () => {
      const { artworks } = await api.read(artworkListSchema, '/api/v1/artworks?limit=10');
      id = artworks[0]?.id ?? '';
      cookie = (await post('/admin/login', { password })).headers.get('set-cookie')?.split(';')[0] ?? '';
      await untilFound(samples.length);
    }, 180_000);

    test('searches with Elasticsearch, and says so', async () => {
      expect(await api.read(readinessSchema, '/api/ready')).toMatchObject({
        parts: { index: { status: 'ok' }, workers: { status: 'ok' } },
      });
      const status: unknown = JSON.parse(jsonIn(await site.gafu('status', '--json')));
      expect(status).toMatchObject({ index: 'elasticsearch', works: { ready: 6 } });
      expect((await page(`/search?style=${id}`)).response.status).toBe(200);
      for (const part of ['took', 'overhead'])
        expect(await metric('gafu_elasticsearch_seconds_count', { part })).toBeGreaterThan(0);
      expect(await metric('gafu_search_breaker', { state: 'closed' })).toBe(1);
    });

    test('answers searches with 503 and Retry-After while it is down, quickly and without piling up requests', async () => {
      await node.kill();
      // Not what was asked before: that page is kept for half a minute.
      const first = await page(`/search?content=${id}`);
      expect([first.response.status, first.response.headers.get('retry-after')]).toEqual([503, '5']);
      expect(first.text).toContain('Search is temporarily unavailable');
      const problem = await api.problemOf(similar());
      expect(problem).toMatchObject({ status: 503, retryAfterSeconds: 5 });
      const started = performance.now();
      const answers = await Promise.all(Array.from({ length: 100 }, () => similar()));
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 503));
      expect(performance.now() - started).toBeLessThan(5_000);
      expect(answers[0]?.headers.get('retry-after')).toBe('5');
      expect(await metric('gafu_search_breaker', { state: 'closed' })).toBe(0);
      const ready = await api.get('/api/ready');
      expect(ready.status).toBe(200);
      expect(readinessSchema.parse(await ready.json())).toMatchObject({
        status: 'degraded',
        parts: {
          index: { status: 'degraded', detail: expect.stringContaining('Search is temporarily unavailable') },
        },
      });
    });

    test('still shows what needs no search: home, browsing, and works with a short note instead of rows', async () => {
      for (const path of ['/', '/browse', '/browse?q=sea', '/about'])
        expect([path, (await page(path)).response.status]).toEqual([path, 200]);
      const work = await page(`/works/${id}`);
      expect(work.response.status).toBe(200);
      expect(work.text).toContain('Search is temporarily unavailable.');
      expect(work.ms).toBeLessThan(5_000);
    });

    test('still accepts and embeds works', async () => {
      for (const seed of [901, 902, 903]) expect((await upload(seed)).status).toBe(201);
      await untilReady(9);
    });

    test('searches again when it is back, and finds the works added meanwhile', async () => {
      await node.start();
      await untilFound(9);
      expect((await page(`/search?style=${id}`)).response.status).toBe(200);
      expect(await reconciled()).toEqual({ agree: true, waiting: 0 });
    });

    test('loses nothing when it restarts in the middle of uploads and searches', async () => {
      let running = true;
      const statuses = new Set<number>();
      const searching = (async () => {
        while (running) {
          statuses.add((await similar()).status);
          await postgres.db.$executeRaw`SELECT pg_sleep(0.1)`;
        }
      })();
      const uploading = (async () => {
        for (let seed = 910; seed < 916; seed++) expect((await upload(seed)).status).toBe(201);
      })();
      await node.stop();
      await uploading;
      await node.start();
      await untilReady(15);
      await untilFound(15);
      running = false;
      await searching;
      expect([...statuses].sort()).toEqual([200, 503]);
      expect(await reconciled()).toEqual({ agree: true, waiting: 0 });
    });
  });
});

function jsonIn(output: string): string {
  return /^\{.*\}$/m.exec(output)?.[0] ?? '';
}
