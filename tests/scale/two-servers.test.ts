import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { countArtworks, findArtwork } from '@/lib/catalog/artworks.repository';
import { imageStore } from '@/lib/images/shared-image-store';
import { removeArtwork } from '@/lib/ingest/remove-artwork';
import { forgetSingleton } from '@/lib/platform/process-singleton';
import { samplePicture } from '../api/client';
import { painted } from '../bad-input/pictures';
import { useTestDatabase } from '../support/database';
import { describeWithS3, useBucket } from '../support/s3';
import { type Site, useSite } from '../support/site';

const postgres = useTestDatabase();
const password = 'the curators’ own';

describe('two web servers and a worker on other machines', () => {
  describeWithS3('with Postgres and a bucket in common, and nothing else', () => {
    const bucket = useBucket();
    // A data folder for each, as on a machine for each.
    const machines = [1, 2, 3].map(() => mkdtempSync(path.join(tmpdir(), 'gafu-test-machine-')));
    const on = (machine: number) => ({
      ...bucket.env,
      ADMIN_PASSWORD: password,
      SESSION_SECRET: 'the same at all of them, 32 and more',
      GAFU_DATA_DIR: machines[machine] ?? '',
    });
    const first = useSite(postgres, { env: on(0) });
    const second = useSite(postgres, { worker: true, env: on(1) });
    // Nobody listens there.
    const cutOff = useSite(postgres, { env: { ...on(2), S3_ENDPOINT: 'http://127.0.0.1:1' } });
    afterAll(() => machines.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

    let cookie = '';
    const post = (site: Site, address: string, fields: Record<string, string | Uint8Array>) => {
      const body = new FormData();
      for (const [name, value] of Object.entries(fields))
        body.append(name, typeof value === 'string' ? value : new Blob([Uint8Array.from(value)]));
      const headers = { accept: 'application/json', cookie };
      return fetch(`${site.origin}${address}`, { method: 'POST', body, headers, redirect: 'manual' });
    };
    const upload = async (site: Site, seed: number) => {
      const picture = await painted(seed, 96).png().toBuffer();
      return post(site, '/admin/works/create', { title: `Uploaded ${seed}`, picture });
    };
    const idIn = (response: Response) =>
      /\/works\/([\w-]+)/.exec(response.headers.get('location') ?? '')?.[1] ?? '';
    const picture = (site: Site, key: string) => fetch(`${site.origin}/images/${key}/320.webp`);
    let id = '';
    let key = '';

    test('a curator signed in at one is signed in at the other, and the worker embeds the works of both', async () => {
      cookie =
        (await post(first, '/admin/login', { password })).headers.get('set-cookie')?.split(';')[0] ?? '';
      expect(cookie).toMatch(/^gafu_session=/);
      expect((await upload(first, 801)).status).toBe(201);
      const added = await upload(second, 802);
      expect(added.status).toBe(201);
      id = idIn(added);
      key = (await findArtwork(postgres.db, id))?.image.key ?? '';
      const deadline = performance.now() + 60_000;
      while ((await countArtworks(postgres.db)).ready < 2 && performance.now() < deadline)
        await postgres.db.$executeRaw`SELECT pg_sleep(0.2)`;
      expect(await countArtworks(postgres.db)).toEqual({ pending: 0, ready: 2, failed: 0 });
    }, 120_000);

    test('a picture that came in at one is shown by the other, from the bucket', async () => {
      expect(await bucket.objects()).toContain(`${key.slice(0, 2)}/${key.slice(2, 4)}/${key}`);
      const page = await (await fetch(`${first.origin}/works/${id}`)).text();
      expect(page).toContain(`/images/${key}/`);
      const answers = await Promise.all([picture(first, key), picture(second, key)]);
      expect(answers.map(({ status, headers }) => [status, headers.get('content-type')])).toEqual([
        [200, 'image/webp'],
        [200, 'image/webp'],
      ]);
      const [one, other] = await Promise.all(
        answers.map(async (answer) => Buffer.from(await answer.arrayBuffer())),
      );
      expect(one?.equals(other ?? Buffer.alloc(0))).toBe(true);
      expect(await bucket.objects()).toContain(`${key.slice(0, 2)}/${key.slice(2, 4)}/${key}-320.webp`);
    });

    test('a picture searched with at one is a page at the other', async () => {
      const found = await post(first, '/query', { picture: await samplePicture('cubist-sea') });
      const page = await fetch(`${second.origin}${found.headers.get('location') ?? '/not-found'}`);
      expect(page.status).toBe(200);
      expect(await page.text()).toContain('Uploaded 801');
    }, 60_000);

    test('a server that cannot reach the bucket says so, takes nothing, and shows the rest', async () => {
      expect((await fetch(`${cutOff.origin}/works/${id}`)).status).toBe(200);
      const ready = await fetch(`${cutOff.origin}/api/ready`);
      expect(await ready.json()).toMatchObject({
        status: 'degraded',
        parts: { pictures: { detail: expect.stringContaining('does not answer') } },
      });
      const unseen = await picture(cutOff, key);
      expect([unseen.status, unseen.headers.get('retry-after')]).toEqual([503, '5']);
      const refused = await upload(cutOff, 803);
      expect(refused.status).toBe(503);
      expect(await refused.json()).toMatchObject({
        type: 'urn:gafu:problem:unavailable',
        detail: expect.stringContaining('Nothing is lost; try again in a moment.'),
      });
      expect((await countArtworks(postgres.db)).pending).toBe(0);
      expect((await upload(second, 803)).status).toBe(201);
    });

    test('what is removed is gone at both, out of the bucket too', async () => {
      Object.assign(process.env, on(0));
      for (const name of ['settings', 'image-store']) forgetSingleton(name);
      await removeArtwork(id);
      expect(await imageStore().get(key)).toBeNull();
      expect((await bucket.objects()).filter((name) => name.includes(key))).toEqual([]);
      for (const site of [first, second]) {
        expect((await fetch(`${site.origin}/works/${id}`)).status).toBe(410);
        expect((await picture(site, key)).status).toBe(404);
      }
    });

    test('guesses at the password count together, wherever they are made', async () => {
      cookie = '';
      const statuses: number[] = [];
      for (let i = 0; i < 6; i++)
        statuses.push(
          (await post(i % 2 ? second : first, '/admin/login', { password: `guess ${i}` })).status,
        );
      expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
    });
  });
});
