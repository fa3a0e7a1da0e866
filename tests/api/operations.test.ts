import { createServer, type Server } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { healthSchema, readinessSchema } from '@/app/api/_lib/health.schema';
import { uploadResultSchema } from '@/app/api/_lib/search.schema';
import { useTestDatabase } from '../support/database';
import { freePort } from '../support/free-port';
import { useSite } from '../support/site';
import { apiClient, samplePicture } from './client';
import { parseMetrics, parseServerTiming, valueOf } from './metrics';

// The first picture waits for the network to be loaded.
jest.setTimeout(60_000);

const postgres = useTestDatabase({ samples: ['cubist-sea', 'ink-wash-sea', 'ink-wash-cat'] });
const token = 'a-token-for-these-tests';
const withToken = (shown: string) => ({ headers: { Authorization: `Bearer ${shown}` } });

/** A request's lines of the log, once its last one has come through the pipe. */
async function logged(
  site: ReturnType<typeof useSite>,
  id: string | null,
): Promise<Record<string, unknown>[]> {
  const lines = () => site.log().filter(({ requestId }) => requestId === id);
  for (let tries = 0; tries < 50 && !lines().some(({ msg }) => msg === 'Answered'); tries++) await wait(100);
  return lines();
}

describe('a site that is watched', () => {
  let workerPort = 0;
  beforeAll(async () => {
    workerPort = await freePort();
  });
  const site = useSite(postgres, {
    worker: true,
    env: () => ({ METRICS_TOKEN: token, METRICS_PORT: String(workerPort), LOG_LEVEL: 'info' }),
  });
  const api = apiClient(site);
  const scrape = async (address = `${site.origin}/api/metrics`) => {
    const answer = await fetch(address, withToken(token));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    return parseMetrics(await answer.text());
  };
  let timing: Readonly<Record<string, number>> = {};
  let rendition: Response;

  beforeAll(async () => {
    const answer = await api.postForm(await samplePicture('ukiyo-e-sea'), '?by=style');
    timing = parseServerTiming(answer.headers.get('server-timing'));
    const { hits } = uploadResultSchema.parse(await answer.json());
    rendition = await api.get(hits[0]?.artwork.image.renditions[0]?.url ?? '');
    await rendition.arrayBuffer();
    await (await api.get('/api/v1/artworks')).json();
  });

  const searchStages = [
    'receive',
    'decode-wait',
    'decode',
    'pool-wait',
    'outline',
    'network',
    'descriptor',
    'projection',
    'references',
    'index',
    'rescoring',
    'hits',
  ];

  test('tells a search by picture what each of its stages took', () => {
    expect(Object.keys(timing).sort()).toEqual([...searchStages].sort());
    expect(timing.network).toBeGreaterThan(1);
  });

  test('tells a form that brings a picture, and who has a copy made, what that took', async () => {
    const form = new FormData();
    form.set('picture', new File([Uint8Array.from(await samplePicture('ink-wash-sea'))], 'sea.webp'));
    const answer = await api.get('/query', { method: 'POST', body: form, redirect: 'manual' });
    expect(answer.status).toBe(303);
    expect(parseServerTiming(answer.headers.get('server-timing')).network).toBeGreaterThan(1);
    expect(parseServerTiming(rendition.headers.get('server-timing')).render).toBeGreaterThan(0);
  });

  test('counts every stage, in buckets up to all', async () => {
    const samples = await scrape();
    for (const stage of [...searchStages, 'catalog', 'render']) {
      const count = valueOf(samples, 'gafu_stage_seconds_count', { stage });
      expect([stage, count]).not.toEqual([stage, 0]);
      expect([stage, count]).not.toEqual([stage, null]);
      expect(valueOf(samples, 'gafu_stage_seconds_bucket', { stage, le: '+Inf' })).toBe(count);
    }
    const networkMs = 1000 * (valueOf(samples, 'gafu_stage_seconds_sum', { stage: 'network' }) ?? 0);
    expect(networkMs).toBeGreaterThan(timing.network ?? Infinity);
  });

  test('counts requests by route, and knows the collection, the pool and the process', async () => {
    await api.get('/api/v1/artworks/nosuchwork');
    let samples = await scrape();
    const requests = (method: string, route: string, status: string) =>
      valueOf(samples, 'gafu_request_seconds_count', { method, route, status });
    // A request is counted when its connection is done with it, which may be after its answer has arrived here.
    for (let tries = 0; tries < 50 && requests('GET', '/api/v1/artworks/[id]', '404') === null; tries++) {
      await wait(100);
      samples = await scrape();
    }
    expect(requests('POST', '/api/v1/search', '201')).toBe(1);
    expect(requests('GET', '/api/v1/artworks/[id]', '404')).toBe(1);
    expect(requests('GET', '/images/[key]/[file]', '200')).toBe(1);
    expect(valueOf(samples, 'gafu_works', { state: 'ready' })).toBe(3);
    expect(valueOf(samples, 'gafu_workers')).toBe(1);
    expect(valueOf(samples, 'gafu_jobs', { state: 'failed' })).toBe(0);
    expect(valueOf(samples, 'gafu_postgres_up')).toBe(1);
    expect(valueOf(samples, 'gafu_pool_processes')).toBe(1);
    expect(valueOf(samples, 'gafu_pool_waiting')).toBe(0);
    expect(valueOf(samples, 'process_resident_memory_bytes')).toBeGreaterThan(10e6);
  });

  test('shows metrics to nobody without the token', async () => {
    for (const init of [
      {},
      withToken('another-token-of-some-length'),
      { headers: { Authorization: token } },
    ]) {
      const answer = await api.get('/api/metrics', init);
      expect(answer.headers.get('www-authenticate')).toBe('Bearer');
      expect(await api.problemOf(answer)).toMatchObject({ status: 401 });
    }
  });

  test('has a worker that is watched the same way', async () => {
    const origin = `http://127.0.0.1:${workerPort}`;
    expect(await (await fetch(`${origin}/health`)).json()).toEqual({ status: 'ok' });
    expect((await fetch(`${origin}/metrics`)).status).toBe(401);
    expect((await fetch(`${origin}/else`)).status).toBe(404);
    expect(valueOf(await scrape(`${origin}/metrics`), 'gafu_workers')).toBe(1);
  });

  test('is ready, all its parts', async () => {
    const answer = await api.get('/api/ready');
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
    const part = { status: 'ok', detail: null };
    expect(readinessSchema.parse(await answer.json())).toMatchObject({
      status: 'ok',
      parts: { postgres: part, index: part, workers: part, space: part, pictures: part },
    });
  });

  test('keeps the id of a request in the answer, the problem and the log', async () => {
    const id = 'from-the-proxy:42';
    const answer = await api.get('/api/v1/artworks/nosuchwork?as=bibtex', {
      headers: { 'X-Request-Id': id },
    });
    expect(answer.headers.get('x-request-id')).toBe(id);
    expect(await api.problemOf(answer)).toMatchObject({
      requestId: id,
      instance: '/api/v1/artworks/nosuchwork',
    });
    expect(await logged(site, id)).toMatchObject([
      {
        msg: 'Answered',
        method: 'GET',
        route: '/api/v1/artworks/[id]',
        path: '/api/v1/artworks/nosuchwork',
        status: 404,
        ms: expect.any(Number),
      },
    ]);
    expect(JSON.stringify(site.log())).not.toContain('bibtex');
  });

  test.each([
    ['none', undefined],
    ['an empty one', ''],
    ['a forged line', 'a b {"level":60}'],
    ['a long one', 'x'.repeat(129)],
  ])('gives a request an id of its own that brings %s', async (_, given) => {
    const headers: Record<string, string> = given === undefined ? {} : { 'X-Request-Id': given };
    const answer = await api.get('/api/health', { headers });
    expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('gives pages an id too, one each', async () => {
    const ids = await Promise.all(
      ['/', '/browse', '/search?style=nosuchwork'].map(async (path) =>
        (await api.get(path)).headers.get('x-request-id'),
      ),
    );
    expect(new Set(ids).size).toBe(3);
    expect(ids).not.toContain(null);
  });
});

describe('a site whose Postgres takes connections and says nothing', () => {
  let silent: Server;
  let silentPort = 0;
  beforeAll(async () => {
    silentPort = await freePort();
    silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(silentPort, '127.0.0.1', resolve));
  });
  const site = useSite(postgres, {
    env: () => ({
      DATABASE_URL: `postgresql://gafu@127.0.0.1:${silentPort}/gafu`,
      METRICS_TOKEN: token,
    }),
  });
  afterAll(() => void silent.close());
  const api = apiClient(site);

  test('lives', async () => {
    const answer = await api.get('/api/health');
    expect([answer.status, healthSchema.parse(await answer.json())]).toEqual([200, { status: 'ok' }]);
  });

  test('is not ready, and says so within seconds, naming no host', async () => {
    const started = performance.now();
    const answers = await Promise.all([api.get('/api/ready'), api.get('/api/ready')]);
    expect(performance.now() - started).toBeLessThan(5_000);
    for (const answer of answers) {
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
      const text = await answer.text();
      expect(readinessSchema.parse(JSON.parse(text))).toMatchObject({
        status: 'down',
        parts: { postgres: { status: 'down', detail: expect.stringContaining('no answer within 2 s') } },
      });
      expect(text).not.toContain(String(silentPort));
    }
  });

  test('still tells its metrics, without what Postgres would have told', async () => {
    const answer = await api.get('/api/metrics', withToken(token));
    const samples = parseMetrics(await answer.text());
    expect(valueOf(samples, 'gafu_postgres_up')).toBe(0);
    expect(valueOf(samples, 'gafu_works')).toBeNull();
    expect(valueOf(samples, 'process_resident_memory_bytes')).toBeGreaterThan(10e6);
  });
});

describe('a site whose Postgres refuses connections', () => {
  const site = useSite(postgres, { env: { DATABASE_URL: 'postgresql://gafu@127.0.0.1:9/gafu' } });
  const api = apiClient(site);

  test('is not ready, though it lives', async () => {
    expect((await api.get('/api/ready')).status).toBe(503);
    expect((await api.get('/api/health')).status).toBe(200);
  });

  test('logs why a page is unavailable, with the id that the visitor was given', async () => {
    const answer = await api.get('/works/nosuchwork?q=a+secret');
    expect(answer.status).toBe(503);
    const requestId = answer.headers.get('x-request-id');
    const lines = await logged(site, requestId);
    expect(lines).toContainEqual(
      expect.objectContaining({
        msg: 'The collection is unavailable',
        reason: expect.stringContaining('ECONNREFUSED'),
      }),
    );
    expect(JSON.stringify(lines)).not.toContain('secret');
  });
});

describe('a site whose Elasticsearch cannot be reached, without a worker', () => {
  const site = useSite(postgres, { env: { ELASTICSEARCH_URL: 'http://127.0.0.1:9' } });
  const api = apiClient(site);

  test('serves what it can, and names what it cannot', async () => {
    const answer = await api.get('/api/ready');
    expect(answer.status).toBe(200);
    expect(readinessSchema.parse(await answer.json())).toMatchObject({
      status: 'degraded',
      parts: {
        postgres: { status: 'ok' },
        index: { status: 'degraded', detail: expect.stringContaining('Search is temporarily unavailable') },
        workers: { status: 'degraded', detail: expect.stringContaining('No worker') },
      },
    });
    expect((await api.get('/browse')).status).toBe(200);
  });

  test('has no metrics for anybody, since METRICS_TOKEN is not set', async () => {
    const answer = api.get('/api/metrics', withToken('a-token-of-some-length'));
    expect(await api.problemOf(answer)).toMatchObject({ status: 404 });
  });
});
