import { setTimeout as wait } from 'node:timers/promises';
import { useTestDatabase } from '../support/database';
import { addWork } from '../support/artworks';
import { openTcpProxy, type TcpProxy } from '../support/tcp-proxy';
import { freePort } from '../support/free-port';
import { useSite } from '../support/site';
import { apiClient } from './client';
import { parseMetrics } from './metrics';

jest.setTimeout(60_000);

const postgres = useTestDatabase();
const token = 'a-token-for-these-tests';

describe('a site whose Postgres goes away and comes back', () => {
  let proxy: TcpProxy;
  let nobodyPort = 0;
  let id = '';
  beforeAll(async () => {
    proxy = await openTcpProxy(postgres.url);
    nobodyPort = await freePort();
    ({ id } = await addWork(postgres.db, { title: 'A wave' }));
  });
  const site = useSite(postgres, {
    env: () => {
      const behindProxy = new URL(postgres.url);
      behindProxy.port = String(proxy.port);
      return {
        DATABASE_URL: behindProxy.href,
        METRICS_TOKEN: token,
        S3_BUCKET: 'gafu',
        S3_ENDPOINT: `http://127.0.0.1:${nobodyPort}`,
        AWS_ACCESS_KEY_ID: 'some',
        AWS_SECRET_ACCESS_KEY: 'secret',
      };
    },
  });
  afterAll(() => proxy.close());
  const api = apiClient(site);
  const pages = () => [
    '/',
    '/browse',
    '/browse?artist=Monet',
    '/live',
    '/quality',
    `/works/${id}`,
    `/search?style=${id}`,
  ];
  const countsOf = async (route: string) => {
    const answer = await api.get('/api/metrics', { headers: { Authorization: `Bearer ${token}` } });
    return parseMetrics(await answer.text())
      .filter(({ name, labels }) => name === 'gafu_request_seconds_count' && labels.route === route)
      .map(({ labels: { status }, value }) => [status, value]);
  };
  /** Requests to a route by status, once there are some: one is counted when its connection has heard of its end. */
  const requestsTo = async (route: string) => {
    let counts = await countsOf(route);
    for (let tries = 0; tries < 100 && counts.length === 0; tries++) {
      await wait(100);
      counts = await countsOf(route);
    }
    return counts;
  };

  test('shows its pages while it is there', async () => {
    for (const path of ['/', '/browse', `/works/${id}`])
      expect([path, (await api.get(path)).status]).toEqual([path, 200]);
  });

  test('counts a page that has a status of its own once', async () => {
    expect((await api.get('/search')).status).toBe(400);
    expect(await requestsTo('/search')).toEqual([['400', 1]]);
  });

  test('answers for a work’s card, whose picture storage is away, with 503', async () => {
    const card = await api.get(`/images/cards/${id}`);
    expect([card.status, card.headers.get('retry-after')]).toEqual([503, '5']);
  });

  test('is unavailable while it is away: 503, Retry-After, and a page that gives nothing of the inside away', async () => {
    await proxy.close();
    for (const path of pages()) {
      const answer = await api.get(path);
      expect([path, answer.status, answer.headers.get('retry-after')]).toEqual([path, 503, '5']);
      expect(answer.headers.get('content-security-policy')).toMatch(/nonce-/);
      // Pages name the site's own address, in links that feed readers follow.
      const text = (await answer.text()).replaceAll(site.origin, '');
      expect(text).toContain('The collection is temporarily unavailable');
      expect(text).not.toMatch(
        new RegExp(`127\\.0\\.0\\.1|${proxy.port}|ECONN|DATABASE_URL|Prisma|gafu_test`),
      );
    }
    const problem = await api.problemOf(api.get('/api/v1/artworks'));
    expect(problem).toMatchObject({
      status: 503,
      detail: expect.stringContaining('The collection is temporarily unavailable'),
    });
    expect(JSON.stringify(problem)).not.toMatch(/127\.0\.0\.1|ECONN|DATABASE_URL/);
    expect((await api.get('/about')).status).toBe(200);
  });

  test('shows them again when it is back', async () => {
    await proxy.reopen();
    for (const path of ['/', '/browse', `/works/${id}`])
      expect([path, (await api.get(path)).status]).toEqual([path, 200]);
  });
});
