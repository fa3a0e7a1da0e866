import { once } from 'node:events';
import { createServer, type IncomingMessage, request as send, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { withKeptPages } from './kept-pages';

type Handler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

let last = 1n;
let xmin = 2n;
let spaces = 'style-a';
let now = 1_000_000;
let rendered = 0;
let marksRead = 0;
const closing: (() => Promise<unknown>)[] = [];

beforeEach(() => {
  [last, xmin, now, rendered, marksRead] = [1n, 2n, 1_000_000, 0, 0];
});
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

/** As any change to the catalogue does. */
function change(): void {
  last = xmin;
  xmin += 1n;
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
  // Whoever was waiting goes on first.
  await new Promise((resolve) => setImmediate(resolve));
}

const page: Handler = (_, response) => {
  rendered += 1;
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.setHeader('Cache-Control', 'public, no-cache');
  response.setHeader('Content-Security-Policy', `script-src 'self' 'nonce-n${rendered}' 'strict-dynamic'`);
  response.write(`<p>Rendered ${rendered} times</p>`);
  response.end(`<script nonce="n${rendered}">go()</script>${' '.repeat(2000)}`);
};

async function serve(handler: Handler, options: { bytesMax?: number; readMark?: () => Promise<never> } = {}) {
  const answer = withKeptPages(async (request, response) => handler(request, response), {
    bytesMax: 1_000_000,
    readMark: () => {
      marksRead += 1;
      return Promise.resolve({ last, xmin, spaces });
    },
    originOf: () => 'http://museum.test',
    now: () => now,
    ...options,
  });
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.writeHead(500).end());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    return closed;
  });
  const { port } = server.address() as AddressInfo;
  return (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    new Promise<{ status: number; headers: IncomingMessage['headers']; body: Buffer }>((resolve, reject) => {
      send({ port, path, method, headers: { 'accept-language': 'en', ...headers } }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks),
          }),
        );
      })
        .once('error', reject)
        .end();
    });
}

test('a page is rendered once until the collection changes', async () => {
  const get = await serve(page);
  const first = await get('/browse');
  const second = await get('/browse');
  expect([rendered, second.body.equals(first.body)]).toEqual([1, true]);
  change();
  expect((await get('/browse')).body.toString()).toContain('Rendered 2 times');
  spaces = 'style-b';
  expect((await get('/browse')).body.toString()).toContain('Rendered 3 times');
});

test('each address and language has its own', async () => {
  const get = await serve(page);
  for (const path of ['/', '/ja', '/browse?page=2', '/works/x/one']) await get(path);
  expect(rendered).toBe(4);
});

test('a client that has it is answered 304, and keeps the policy that belongs to its copy', async () => {
  const get = await serve(page);
  const { headers } = await get('/about');
  const again = await get('/about', { 'if-none-match': String(headers.etag) });
  expect([again.status, again.body.length, again.headers['content-security-policy']]).toEqual([
    304,
    0,
    undefined,
  ]);
  expect(again.headers.etag).toBe(headers.etag);
});

test('it carries no nonce that a second visitor would know, and is the same when it is rendered again', async () => {
  const get = await serve((request, response) => {
    response.setHeader(
      'Content-Security-Policy',
      `script-src 'self' 'nonce-n${++rendered}' 'strict-dynamic'`,
    );
    response.setHeader('Content-Type', 'text/html');
    response.setHeader('Cache-Control', 'public, no-cache');
    response.end(`<script nonce="n${rendered}">go()</script>`);
  });
  const { headers, body } = await get('/about');
  expect(body.toString()).toBe('<script nonce="">go()</script>');
  change();
  expect([(await get('/about')).headers.etag, rendered]).toEqual([headers.etag, 2]);
  expect(headers['content-security-policy']).toMatch(/^script-src 'self' 'sha256-[^']+'$/);
});

test('it is compressed as the client can read it, and says so', async () => {
  const get = await serve(page);
  const whole = (await get('/about')).body;
  const br = await get('/about', { 'accept-encoding': 'gzip, deflate, br' });
  const gzip = await get('/about', { 'accept-encoding': 'gzip, br;q=0' });
  expect([br.headers['content-encoding'], brotliDecompressSync(br.body).equals(whole)]).toEqual(['br', true]);
  expect([gzip.headers['content-encoding'], gunzipSync(gzip.body).equals(whole)]).toEqual(['gzip', true]);
  expect(br.headers.vary).toMatch(/Accept-Encoding, Accept-Language, Cookie/);
  expect(rendered).toBe(1);
});

test('what is for one request alone is rendered for it', async () => {
  const get = await serve(page);
  await get('/browse');
  for (const headers of [
    { cookie: 'session=s' },
    { rsc: '1' },
    { 'next-router-prefetch': '1' },
    { 'accept-language': 'ja' },
    { cookie: 'language=ja' },
    { referer: 'http://127.0.0.1/ja/browse', host: '127.0.0.1' },
  ] as Record<string, string>[])
    await get('/browse', headers);
  await get('/browse', {}, 'HEAD');
  await get('/browse', {}, 'POST');
  expect(rendered).toBe(9);
  await get('/browse', { cookie: 'language=en' });
  expect(rendered).toBe(9);
});

test.each<[string, Handler]>([
  ['a problem', (request, response) => void page(request, Object.assign(response, { statusCode: 404 }))],
  [
    'an answer that sets a cookie',
    (request, response) => {
      response.setHeader('Set-Cookie', 'a=b');
      return page(request, response);
    },
  ],
  [
    'an answer for this visitor alone',
    (request, response) => {
      const { setHeader } = response;
      response.setHeader = (name, value) =>
        setHeader.call(response, name, name === 'Cache-Control' ? 'private, no-store' : value);
      return page(request, response);
    },
  ],
])('%s is sent as it is, and not kept', async (_, handler) => {
  const get = await serve(handler);
  const first = await get('/browse');
  await get('/browse');
  expect(rendered).toBe(2);
  expect(first.body.toString()).toContain('Rendered 1 times');
  expect(first.headers['content-security-policy']).toContain('nonce-n1');
  const zipped = await get('/browse', { 'accept-encoding': 'gzip' });
  expect(gunzipSync(zipped.body).toString()).toContain('Rendered 3 times');
});

test('visitors who ask for it at once wait for one rendering', async () => {
  let go: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (go = resolve));
  const get = await serve(async (request, response) => {
    await held;
    return page(request, response);
  });
  const asked = [1, 2, 3].map(() => get('/browse'));
  await until(() => marksRead === 3);
  go();
  expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(rendered).toBe(1);
});

test('while many pages are being rendered, one of before the change is sent', async () => {
  let go: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (go = resolve));
  const get = await serve(async (request, response) => {
    if (request.url?.startsWith('/works/')) await held;
    return page(request, response);
  });
  await get('/browse');
  const slow = [1, 2, 3, 4].map((id) => get(`/works/${id}/slow`));
  await until(() => marksRead === 5);
  change();
  expect((await get('/browse')).body.toString()).toContain('Rendered 1 times');
  go();
  await Promise.all(slow);
  expect((await get('/browse')).body.toString()).toContain('Rendered 6 times');
});

test('it is rendered again after half a minute, and sooner after a change, which the index may trail', async () => {
  const get = await serve(page);
  await get('/browse');
  now += 29_000;
  await get('/browse');
  expect(rendered).toBe(1);
  now += 2_000;
  await get('/browse');
  expect(rendered).toBe(2);
  change();
  await get('/browse');
  now += 3_000;
  await get('/browse');
  expect(rendered).toBe(4);
});

test('without the state of the catalogue, and without room, every page is rendered', async () => {
  const away = await serve(page, { readMark: () => Promise.reject(new Error('Postgres is away')) });
  await away('/browse');
  await away('/browse');
  const full = await serve(page, { bytesMax: 0 });
  await full('/browse');
  await full('/browse');
  expect(rendered).toBe(4);
});

test('a rendering that fails is answered with an error, and the next visitor tries again', async () => {
  let fails = true;
  const get = await serve((request, response) => {
    if (fails) throw new Error('broken');
    return page(request, response);
  });
  expect((await get('/browse')).status).toBe(500);
  fails = false;
  expect((await get('/browse')).status).toBe(200);
});
