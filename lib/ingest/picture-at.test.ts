import { createWebClient } from '@/lib/platform/fetch/web-client';
import { useWebServer } from '@/tests/support/web-server';
import { pictureAt } from './picture-at';

// For curators, whatever it is set to.
process.env.FETCH_ALLOWED_HOSTS = '127.0.0.1,localhost';
const server = useWebServer();
const bytes = Buffer.from('the bytes of a picture');

test('a picture is fetched from the address that a visitor names', async () => {
  server().answer((_, response) => response.setHeader('content-type', 'image/png').end(bytes));
  const client = createWebClient({ userAgent: 'test', allowedHosts: new Set([server().host]) });
  expect(await pictureAt(`${server().origin}/picture.png`, client)).toEqual(bytes);
  await client.close();
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
