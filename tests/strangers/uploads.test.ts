import { request as httpRequest } from 'node:http';
import sharp from 'sharp';
import { painted } from '../bad-input/pictures';
import { useTestDatabase } from '../support/database';
import { useSite } from '../support/site';

jest.setTimeout(120_000);

const postgres = useTestDatabase({ samples: ['cubist-sea', 'ink-wash-sea'] });

/** 49 megapixels in about 6 kB: 1.5 s of decoding. */
function bomb(): Promise<Buffer> {
  const create = { width: 7000, height: 7000, channels: 3, background: '#7a5' } as const;
  return sharp({ create }).png({ palette: true, colours: 2, compressionLevel: 9 }).toBuffer();
}

describe('one visitor among others', () => {
  // So that a test can be several visitors: behind a trusted proxy they are told apart by what it forwards.
  const site = useSite(postgres, {
    env: { TRUSTED_PROXIES: 'loopback', ADMIN_PASSWORD: 'correct horse battery' },
  });

  const upload = (client: string, body: Buffer, signal?: AbortSignal) =>
    fetch(`${site.origin}/api/v1/search`, {
      method: 'POST',
      headers: { 'x-forwarded-for': client, 'content-type': 'application/octet-stream' },
      body: new Uint8Array(body),
      signal,
    });
  const honest = '198.51.100.1';
  let picture: Buffer;

  beforeAll(async () => {
    picture = await painted(1200, 900).jpeg().toBuffer();
    // Until the network is loaded everybody waits.
    expect((await upload('192.0.2.1', picture)).status).toBe(201);
  });

  test('is served while another sends thirty pictures that take long to decode', async () => {
    const bombs = await bomb();
    expect(bombs.byteLength).toBeLessThan(10_000);
    const attacker = '203.0.113.1';
    const connections = new AbortController();
    const ended: string[] = [];
    const attack = Array.from({ length: 30 }, () =>
      upload(attacker, bombs, connections.signal).then(
        ({ status }) => void ended.push(String(status)),
        () => undefined,
      ),
    );
    // One is decoded by now, and others wait.
    await Promise.race(attack);
    const before = ended.filter((status) => status === '201').length;
    const started = performance.now();
    const answer = await upload(honest, picture);
    const seconds = (performance.now() - started) / 1000;
    expect(answer.status).toBe(201);
    console.info(`An honest upload beside thirty bombs took ${seconds.toFixed(1)} s.`);
    const overtaking = ended.filter((status) => status === '201').length - before;
    expect(overtaking).toBeLessThanOrEqual(3);
    // Most of them are not even queued, and are told when to try again.
    expect(ended.filter((status) => status === '503').length).toBeGreaterThanOrEqual(10);
    connections.abort();
    await Promise.all(attack);
  });

  test('is served while another has sent six bodies almost to their end, and stops', async () => {
    const sixth = Math.floor((128 * 2 ** 20) / 6);
    const sockets = Array.from({ length: 6 }, () => {
      const sending = httpRequest(`${site.origin}/api/v1/search`, {
        method: 'POST',
        headers: {
          'x-forwarded-for': '203.0.113.2',
          'content-type': 'application/octet-stream',
          'content-length': 25 * 2 ** 20,
        },
      });
      sending.on('error', () => undefined);
      return {
        sending,
        written: new Promise<void>((resolve) => {
          sending.once('close', () => resolve());
          sending.write(Buffer.alloc(sixth - 1024), () => resolve());
        }),
      };
    });
    await Promise.all(sockets.map(({ written }) => written));
    expect((await upload(honest, picture)).status).toBe(201);
    for (const { sending } of sockets) sending.destroy();
  });

  test('is served after another has used up its tries with empty bodies, which cost that one no pictures', async () => {
    const attacker = '203.0.113.3';
    const empty = () => upload(attacker, Buffer.alloc(0)).then(({ status }) => status);
    const statuses = [];
    for (let sent = 0; sent < 250; sent += 50)
      statuses.push(...(await Promise.all(Array.from({ length: 50 }, empty))));
    expect(new Set(statuses)).toEqual(new Set([400, 429]));
    expect(statuses.filter((status) => status === 429)).toHaveLength(10);
    expect((await upload(honest, picture)).status).toBe(201);
  });

  test('learns how many pictures are left, and is told when there are none', async () => {
    const answer = await upload('203.0.113.4', picture);
    expect(answer.headers.get('ratelimit-policy')).toContain('"uploads";q=60;w=60');
    expect(answer.headers.get('ratelimit')).toMatch(/"upload-tries";r=239;t=\d+, "uploads";r=59;t=\d+/);
    expect(answer.headers.get('access-control-expose-headers')).toMatch(/RateLimit-Policy.*Retry-After/);
  });

  const signIn = (client: string, password: string) => {
    const form = new FormData();
    form.set('password', password);
    return fetch(`${site.origin}/admin/login`, {
      method: 'POST',
      body: form,
      redirect: 'manual',
      headers: { 'x-forwarded-for': client, accept: 'application/json' },
    }).then(({ status }) => status);
  };

  test('who has the right password gets in beside a hundred wrong ones from as many addresses', async () => {
    const wrong = await Promise.all(
      Array.from({ length: 100 }, (_, i) => signIn(`203.0.113.${i + 10}`, `guess ${i}`)),
    );
    expect(new Set(wrong)).toEqual(new Set([401]));
    expect(await signIn('198.51.100.77', 'correct horse battery')).toBe(201);
  });
});
