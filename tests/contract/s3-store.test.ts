import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type S3Client } from '@aws-sdk/client-s3';
import { openS3Client } from '@/lib/images/s3-client';
import { s3Store } from '@/lib/images/s3-store';
import { type S3Settings } from '@/lib/platform/settings';
import { freePort } from '../support/free-port';
import { describeWithS3, useBucket } from '../support/s3';
import { describeImageStore } from './image-store';

const someKey = 'ab'.repeat(32);

describeWithS3('a bucket', () => {
  const bucket = useBucket();
  const opened: S3Client[] = [];
  let tests = 0;
  afterAll(() => opened.forEach((client) => client.destroy()));

  describeImageStore('a bucket', async () => {
    const prefix = `images/${++tests}/`;
    const other = openS3Client(bucket);
    opened.push(other);
    return {
      store: s3Store(bucket.client, { ...bucket, prefix }),
      other: s3Store(other, { ...bucket, prefix }),
      paths: async () =>
        (await bucket.objects()).flatMap((name) =>
          name.startsWith(prefix) ? name.slice(prefix.length) : [],
        ),
    };
  });

  test('a bucket that is not there is told by the setting’s name', async () => {
    const store = s3Store(bucket.client, { bucket: 'gafu-no-such-bucket', prefix: '' });
    for (const asked of [
      () => store.get(someKey),
      () => store.put(someKey, Buffer.from('x')),
      () => store.delete(someKey),
    ])
      await expect(asked()).rejects.toMatchObject({
        name: 'Problem',
        kind: 'unavailable',
        message: expect.stringContaining('see S3_BUCKET'),
      });
  });
});

describe('A storage that cannot be used', () => {
  const opened: S3Client[] = [];
  const storeAt = (port: number) => {
    const settings: S3Settings = {
      bucket: 'gafu',
      endpoint: `http://127.0.0.1:${port}`,
      region: 'us-east-1',
      prefix: '',
      forcePathStyle: true,
    };
    const client = openS3Client(settings);
    opened.push(client);
    return s3Store(client, settings);
  };
  const answering = async (listener: RequestListener) => {
    const server = createServer(listener);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return { server, port: (server.address() as AddressInfo).port };
  };
  const given = { ...process.env };
  beforeEach(() => {
    Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'some', AWS_SECRET_ACCESS_KEY: 'secret' });
  });
  afterAll(() => {
    Object.assign(process.env, given);
    opened.forEach((client) => client.destroy());
  });

  test('because nobody listens: says so soon, without its address, and that nothing is lost', async () => {
    const started = performance.now();
    const asked = storeAt(await freePort()).put(someKey, Buffer.from('x'));
    await expect(asked).rejects.toMatchObject({
      kind: 'unavailable',
      message:
        'The picture storage cannot be used (it does not answer). Nothing is lost; try again in a moment.',
      extensions: { retryAfterSeconds: 5 },
    });
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  test('because it never answers, or stops in the middle: is not waited for longer than a transaction may last', async () => {
    const silent = await answering(() => undefined);
    const stuck = await answering((_, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('half a picture');
    });
    const started = performance.now();
    await Promise.all(
      [silent, stuck].map(({ port }) =>
        expect(storeAt(port).get(someKey)).rejects.toMatchObject({ kind: 'unavailable' }),
      ),
    );
    expect(performance.now() - started).toBeLessThan(30_000);
    for (const { server } of [silent, stuck]) {
      server.closeAllConnections();
      server.close();
    }
  }, 60_000);

  test('because its answer breaks off in the middle: gives no half picture', async () => {
    const { server, port } = await answering((_, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('half a picture', () => response.destroy());
    });
    await expect(storeAt(port).get(someKey)).rejects.toMatchObject({ kind: 'unavailable' });
    server.close();
  });

  test.each([
    ['AccessDenied', 403, 'it refuses access'],
    ['InvalidAccessKeyId', 403, 'see AWS_ACCESS_KEY_ID'],
    ['SignatureDoesNotMatch', 403, 'see AWS_SECRET_ACCESS_KEY'],
    ['SlowDown', 503, 'it does not answer'],
  ])('because it answers %s: says what to mend, where there is something', async (code, status, told) => {
    const { server, port } = await answering((_, response) => {
      response.writeHead(status, { 'content-type': 'application/xml' });
      response.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>No.</Message></Error>`);
    });
    await expect(storeAt(port).get(someKey)).rejects.toMatchObject({
      kind: 'unavailable',
      message: expect.stringContaining(told),
    });
    server.close();
  });
});
