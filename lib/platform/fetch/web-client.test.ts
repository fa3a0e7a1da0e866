import { gzipSync } from 'node:zlib';
import { startWebServer, useWebServer, type Answer } from '@/tests/support/web-server';
import { createWebClient, type WebClient } from './web-client';
import { hostsAfter, parseWebAddress } from './web-address';
import { type WebRequest } from './web-request';

const server = useWebServer();
let client: WebClient;
beforeAll(() => {
  const allowedHosts = new Set([server().host]);
  client = createWebClient({ userAgent: 'Gafu/1 (test)', allowedHosts });
});
afterAll(() => client.close());

const get = (path: string, request: Partial<WebRequest> = {}) =>
  client.get(`${server().origin}${path}`, { type: 'json', bytesMax: 10_000, msMax: 5000, ...request });

const sends =
  (status: number, headers: Record<string, string>, body: string | Buffer = ''): Answer =>
  (_request, response) =>
    response.writeHead(status, headers).end(body);

test('A body comes with its type and with what it can be recognized by', async () => {
  server().answer((request, response) => {
    response.writeHead(200, {
      'content-type': 'application/json',
      etag: '"a1"',
      'last-modified': 'Wed, 25 Nov 2026 10:00:00 GMT',
    });
    response.end(JSON.stringify({ agent: request.headers['user-agent'], accept: request.headers.accept }));
  });
  const answer = await get('/object');
  if (answer.kind !== 'body') throw new Error('No body came');
  expect(JSON.parse(answer.bytes.toString())).toEqual({
    agent: 'Gafu/1 (test)',
    accept: expect.stringContaining('application/json'),
  });
  expect(answer.validators).toEqual({ etag: '"a1"', lastModified: 'Wed, 25 Nov 2026 10:00:00 GMT' });
});

test('What has not changed is not sent again', async () => {
  server().answer((request, response) =>
    response.writeHead(request.headers['if-none-match'] === '"a1"' ? 304 : 200).end('{}'),
  );
  const lastModified = 'Wed, 25 Nov 2026 10:00:00 GMT';
  expect(await get('/', { known: { etag: '"a1"', lastModified } })).toEqual({ kind: 'unchanged' });
  expect(await get('/', { known: { etag: '"a2"', lastModified: null } })).toMatchObject({ kind: 'body' });
});

test('A redirect is followed, and the final address is given', async () => {
  server().answer((request, response) =>
    request.url === '/from'
      ? response.writeHead(302, { location: '/to?x=1#part' }).end()
      : response.writeHead(200).end('{}'),
  );
  expect(await get('/from')).toMatchObject({ address: `${server().origin}/to?x=1` });
});

test.each([
  'http://127.0.0.1:1/',
  'http://169.254.169.254/latest/meta-data/',
  'http://[::ffff:127.0.0.1]/',
  'http://2130706433/',
  'http://localhost:9/',
  '//10.0.0.1/',
  'file:///etc/passwd',
])('A redirect to %s is refused', async (location) => {
  server().answer(sends(302, { location }));
  await expect(get('/')).rejects.toMatchObject({ fault: 'address-refused' });
  expect(server().asked).toEqual(['/']);
});

test('Redirects without end are given up', async () => {
  server().answer(sends(302, { location: '/again' }));
  await expect(get('/')).rejects.toMatchObject({ fault: 'too-many-redirects' });
  expect(server().asked).toHaveLength(6);
});

test('A host that a setting allows is not reached by the redirect of a host that none allows', async () => {
  // The public name cannot be reached from a test, so its first hop is answered by this machine in its place.
  const own = await startWebServer(sends(200, {}, '{}'));
  const allowedHosts = new Set([own.host]);
  expect(() => parseWebAddress(own.origin, allowedHosts)).not.toThrow();
  expect(hostsAfter(new URL('http://museum.example/'), allowedHosts).size).toBe(0);
  expect(hostsAfter(new URL(own.origin), allowedHosts)).toBe(allowedHosts);
  await own.close();
});

const page = '<!DOCTYPE html><html><body>Are you a robot?</body></html>';
test.each<[string, Answer, Partial<WebRequest>, object]>([
  ['a web page for JSON', sends(200, { 'content-type': 'text/html' }, page), {}, { fault: 'wrong-type' }],
  ['a web page that says it is JSON', sends(200, { 'content-type': 'application/json' }, page), {}, { fault: 'wrong-type' }],
  ['a web page for XML', sends(200, {}, `<?xml version="1.0"?>\n<!-- x -->${page}`), { type: 'xml' }, { fault: 'wrong-type' }],
  ['a web page for a picture', sends(200, { 'content-type': 'image/jpeg' }, `\n  ${page}`), { type: 'picture' }, { fault: 'wrong-type' }],
  ['text for a picture', sends(200, { 'content-type': 'text/plain' }, 'no'), { type: 'picture' }, { fault: 'wrong-type' }],
  ['a picture for JSON', sends(200, { 'content-type': 'image/png' }, 'x'), {}, { fault: 'wrong-type' }],
  ['403 with a web page', sends(403, { 'content-type': 'text/html' }, page), {}, { fault: 'blocked', message: expect.stringMatching(/with a web page.*GAFU_CONTACT/) }],
  ['403 without one', sends(403, {}), {}, { fault: 'blocked' }],
  ['404', sends(404, {}), {}, { fault: 'not-found', kind: 'not-found' }],
  ['429 with seconds', sends(429, { 'retry-after': '7' }), {}, { fault: 'too-many-requests', retryAfterMs: 7000 }],
  ['429 with nothing', sends(429, {}), {}, { fault: 'too-many-requests', retryAfterMs: undefined }],
  ['500', sends(500, {}), {}, { fault: 'server-failed' }],
  ['503 with a date', sends(503, { 'retry-after': new Date(Date.now() + 60_000).toUTCString() }), {}, { fault: 'server-failed', retryAfterMs: expect.any(Number) }],
  ['422', sends(422, {}), {}, { fault: 'refused' }],
  ['a body that is announced as too long', sends(200, { 'content-length': '20000' }, Buffer.alloc(20_000)), {}, { fault: 'too-large' }],
  ['a packed body that grows', sends(200, { 'content-encoding': 'gzip' }, gzipSync(Buffer.alloc(5_000_000))), {}, { fault: 'too-large' }],
  ['a body without end', endless, {}, { fault: 'too-large' }],
  ['a body that is cut off', cutOff, {}, { fault: 'unreachable' }],
  ['a connection that is closed', (request) => request.socket.destroy(), {}, { fault: 'unreachable' }],
  ['nothing at all', () => undefined, { msMax: 150 }, { fault: 'too-slow' }],
  ['a byte now and then', drip, { msMax: 150 }, { fault: 'too-slow' }],
])('An answer that is %s is a problem that names the server', async (_name, answer, request, problem) => {
  server().answer(answer);
  const message: unknown = expect.stringContaining('A museum (127.0.0.1)');
  await expect(get('/', { ...request, owner: 'A museum' })).rejects.toMatchObject({ message, ...problem });
}); // prettier-ignore

test('A host without a server, and a name without an address, are said to be that', async () => {
  const gone = await startWebServer();
  await gone.close();
  const lost = createWebClient({
    userAgent: 'test',
    allowedHosts: new Set([gone.host]),
    resolve: () => Promise.reject(Object.assign(new Error('ENOTFOUND'), { code: 'ENOTFOUND' })),
  });
  const request = { type: 'json', bytesMax: 100, msMax: 5000 } as const;
  await expect(lost.get(gone.origin, request)).rejects.toMatchObject({
    fault: 'unreachable',
    message: '127.0.0.1 does not accept connections.',
  });
  await expect(lost.get('https://no.example/', request)).rejects.toThrow(
    /no\.example has no address in the DNS/,
  );
  await lost.close();
});

test('Whoever gives up a request ends it at once', async () => {
  server().answer(() => undefined);
  const controller = new AbortController();
  const answer = get('/', { signal: controller.signal, msMax: 60_000 });
  controller.abort(new Error('enough'));
  await expect(answer).rejects.toThrow('enough');
});

function endless(...[, response]: Parameters<Answer>): void {
  response.writeHead(200);
  const timer = setInterval(() => response.write(Buffer.alloc(4096)), 1);
  response.on('close', () => clearInterval(timer));
}

function drip(...[, response]: Parameters<Answer>): void {
  response.writeHead(200);
  const timer = setInterval(() => response.write(' '), 20);
  response.on('close', () => clearInterval(timer));
}

function cutOff(...[, response]: Parameters<Answer>): void {
  response.writeHead(200, { 'content-length': '1000' });
  response.write('{"a":', () => response.destroy());
}
