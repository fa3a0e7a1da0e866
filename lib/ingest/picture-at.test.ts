import { createWebClient, type WebClient } from '@/lib/platform/fetch/web-client';
import { type Answer, useWebServer } from '@/tests/support/web-server';
import { pictureAt } from './picture-at';

// For curators, whatever it is set to.
process.env.FETCH_ALLOWED_HOSTS = '127.0.0.1,localhost';
process.env.UPLOAD_BYTES_MAX = '1024';
const server = useWebServer();
const bytes = Buffer.from('the bytes of a picture');

let client: WebClient;
beforeAll(
  () => void (client = createWebClient({ userAgent: 'test', allowedHosts: new Set([server().host]) })),
);
afterAll(() => client.close());

const sends =
  (status: number, type: string, body: Buffer | string = ''): Answer =>
  (_, response) =>
    response.writeHead(status, { 'content-type': type }).end(body);

test('a picture is fetched from the address that a visitor names', async () => {
  server().answer(sends(200, 'image/png', bytes));
  expect(await pictureAt(`${server().origin}/picture.png`, client)).toEqual(bytes);
});

test.each([
  ['a page that shows it', sends(200, 'text/html', '<!doctype html>'), 'unsupported-picture', /by itself/],
  ['something else', sends(200, 'application/pdf', '%PDF'), 'unsupported-picture', /no picture/],
  ['nothing', sends(404, 'text/html'), 'not-found', /nothing at this address/],
  ['a refusal', sends(403, 'text/html', '<html>'), 'unavailable', /^127\.0\.0\.1 does not give.*save/],
  ['a fault', sends(500, 'text/plain'), 'unavailable', /has a fault at present.*save/],
  ['too much', sends(200, 'image/png', Buffer.alloc(2000)), 'too-large', /limit is/],
] as const)('a visitor whose address leads to %s is told what to do', async (_, answer, kind, message) => {
  server().answer(answer);
  const refused = pictureAt(`${server().origin}/picture.png`, client);
  await expect(refused).rejects.toMatchObject({ kind, message: expect.stringMatching(message) });
  // What is for the operator of a site.
  await expect(refused).rejects.not.toThrow(/robot|GAFU_CONTACT/);
});

test.each([
  'http://localhost/',
  'http://[::1]/',
  'http://169.254.169.254/latest',
  'ftp://art.example/a',
  'x',
])('%s is refused, without a word about the site’s own network', async (address) => {
  await expect(pictureAt(address)).rejects.toMatchObject({
    kind: 'invalid-request',
    message: expect.stringMatching(/^This address cannot be fetched from\./),
  });
});

test('FETCH_ALLOWED_HOSTS opens nothing to visitors', async () => {
  await expect(pictureAt(`${server().origin}/picture.png`)).rejects.toMatchObject({
    kind: 'invalid-request',
  });
  expect(server().asked).toEqual([]);
});
