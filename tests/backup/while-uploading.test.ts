import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { painted } from '../bad-input/pictures';
import { useTestDatabase } from '../support/database';
import { useSite } from '../support/site';
import { withClient } from '../support/test-server';
import { gafuAt, rowsOf, usePlace } from './places';

const uploads = 50;
const atOnce = 4;
const password = 'the curators’ own';

const source = useTestDatabase({ samples: ['cubist-sea', 'cubist-cat', 'ukiyo-e-cat'] });

describe('A site that is backed up while 50 works are uploaded', () => {
  const site = useSite(source, { worker: true, env: { ADMIN_PASSWORD: password, RATE_LIMIT_SCALE: '100' } });
  const other = usePlace();
  const folder = mkdtempSync(path.join(tmpdir(), 'gafu-test-uploads-'));
  const file = path.join(folder, 'site.tar');
  let during = { begun: 0, ended: 0 };

  beforeAll(async () => {
    const headers = { accept: 'application/json', cookie: '' };
    const post = async (address: string, fields: Record<string, string | Blob>) => {
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) body.append(name, value);
      const answer = await fetch(`${site.origin}${address}`, { method: 'POST', body, headers });
      expect({ address, status: answer.status }).toEqual({ address, status: 201 });
      return answer;
    };
    const signedIn = await post('/admin/login', { password });
    headers.cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
    let begun = 0;
    let stored = 0;
    let backup: Promise<void> | null = null;
    const lane = async () => {
      while (begun < uploads) {
        const seed = 300 + begun++;
        const picture = new Blob([Uint8Array.from(await painted(seed, 90).png().toBuffer())]);
        await post('/admin/works/create', {
          title: `Uploaded ${seed}`,
          artist: `Painter ${seed % 7}`,
          picture,
        });
        stored++;
        if (stored === 10) {
          during = { ...during, begun: stored };
          backup = site.gafu('backup', file).then(() => {
            during = { ...during, ended: stored };
          });
        }
      }
    };
    await Promise.all(Array.from({ length: atOnce }, lane));
    await backup;
    expect(await gafuAt(other, 'restore', file)).toMatchObject({ code: 0 });
  }, 300_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('goes on taking them', async () => {
    expect(during.ended).toBeGreaterThan(during.begun);
    expect(await source.db.artwork.count()).toBe(uploads + 3);
  });

  describe('is elsewhere, when its worker is done,', () => {
    const restored = useSite(other, { worker: true });
    let ids: string[] = [];
    beforeAll(async () => {
      await Promise.all([source.url, other.url].map(untilAllReady));
      const works = await rowsOf(other.url, ['artworks']);
      ids = (works.artworks ?? []).map((row) => (JSON.parse(row) as { id: string }).id);
    }, 240_000);

    test('the same for every work that was there at that moment: same vectors', async () => {
      expect(ids.length).toBeGreaterThanOrEqual(3 + 10);
      expect(ids.length).toBeLessThanOrEqual(3 + uploads);
      for (const table of ['embeddings', 'images', 'spaces', 'live_spaces']) {
        const all = (await rowsOf(source.url, [table]))[table] ?? [];
        const copied = (await rowsOf(other.url, [table]))[table] ?? [];
        expect(copied.filter((row) => !all.includes(row))).toEqual([]);
        if (table === 'embeddings') expect(copied).toHaveLength(3 * ids.length);
        if (table === 'images') expect(copied).toHaveLength(ids.length);
      }
    });

    test('and the API gives the same answer for each, down to its picture', async () => {
      // What the worker sets after the backup is the time of the last change.
      const answer = async (origin: string, address: string) => {
        const response = await fetch(`${origin}${address}`);
        const body = (await response.json()) as Record<string, unknown>;
        delete body.updatedAt;
        return { status: response.status, body };
      };
      for (const id of ids) {
        const [before, after] = await Promise.all(
          [site, restored].map(({ origin }) => answer(origin, `/api/v1/artworks/${id}`)),
        );
        expect(after).toEqual(before);
        expect(after?.status).toBe(200);
      }
      const keys = (await rowsOf(other.url, ['images'])).images ?? [];
      for (const row of keys) {
        const { key } = JSON.parse(row) as { key: string };
        const pictures = await Promise.all(
          [site, restored].map(async ({ origin }) => {
            const response = await fetch(`${origin}/images/${key}/320.webp`);
            return Buffer.from(await response.arrayBuffer());
          }),
        );
        expect(pictures[0]?.equals(pictures[1] ?? Buffer.alloc(0))).toBe(true);
      }
    }, 120_000);
  });

  describe('is elsewhere, when it was backed up with nothing left to do,', () => {
    const later = usePlace();
    let before: Awaited<ReturnType<typeof searches>> = [];
    const searches = async (origin: string) => {
      const ids = (await rowsOf(source.url, ['artworks'])).artworks?.map(
        (row) => (JSON.parse(row) as { id: string }).id,
      );
      const addresses = (ids ?? []).flatMap((id) => [
        `/api/v1/artworks/${id}/similar`,
        `/api/v1/search?style=${id}&content=${id}&artist=Painter%201`,
      ]);
      const found: { status: number; body: unknown }[] = [];
      for (const address of [...addresses, '/api/v1/artworks?q=Uploaded&limit=50']) {
        const response = await fetch(`${origin}${address}`);
        found.push({ status: response.status, body: await response.json() });
      }
      return found;
    };
    beforeAll(async () => {
      await untilAllReady(source.url);
      before = await searches(site.origin);
      await site.gafu('backup', path.join(folder, 'later.tar'));
      expect(await gafuAt(later, 'restore', path.join(folder, 'later.tar'))).toMatchObject({ code: 0 });
    }, 240_000);
    const copy = useSite(later);

    test('answers every search alike', async () => {
      expect(await searches(copy.origin)).toEqual(before);
      expect([...new Set(before.map(({ status }) => status))]).toEqual([200]);
    }, 120_000);
  });
});

async function untilAllReady(url: string): Promise<void> {
  await withClient(url, async (client) => {
    const deadline = performance.now() + 200_000;
    while (performance.now() < deadline) {
      const { rows } = await client.query<{ left: number }>(
        `SELECT count(*)::integer AS left FROM artworks, (SELECT pg_sleep(0.2)) AS pause WHERE state <> 'ready'`,
      );
      if (rows[0]?.left === 0) return;
    }
    throw new Error('Not all works are ready.');
  });
}
