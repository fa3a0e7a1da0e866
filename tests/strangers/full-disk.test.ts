import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { uploadResultSchema } from '@/app/api/_lib/search.schema';
import { apiClient } from '../api/client';
import { painted } from '../bad-input/pictures';
import { useTestDatabase } from '../support/database';
import { describeWith } from '../support/prerequisites';
import { useSite } from '../support/site';

jest.setTimeout(120_000);

const postgres = useTestDatabase({ samples: ['cubist-sea', 'ink-wash-sea'] });

describeWith(['linux', 'root'], 'a site whose disk of 20 MB is filled and freed', () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'gafu-full-disk-'));
  const filler = path.join(dataDir, 'filler');
  const mount = (...args: string[]) => execFileSync('mount', [...args, dataDir]);
  beforeAll(() => mount('-t', 'tmpfs', '-o', 'size=20m,mode=755', 'tmpfs'));
  const site = useSite(postgres, { env: { GAFU_DATA_DIR: dataDir } });
  afterAll(() => {
    execFileSync('umount', ['--lazy', dataDir]);
    rmSync(dataDir, { recursive: true, force: true });
  });
  const api = apiClient(site);
  const kept: string[] = [];
  const upload = async (seed: number) =>
    api.postForm(
      await painted(900 + seed, 640)
        .jpeg()
        .toBuffer(),
    );

  const fill = () => {
    const { bavail, bsize } = JSON.parse(
      execFileSync(process.execPath, [
        '-p',
        `JSON.stringify(fs.statfsSync(${JSON.stringify(dataDir)}))`,
      ]).toString(),
    ) as { bavail: number; bsize: number };
    writeFileSync(filler, Buffer.alloc(bavail * bsize));
  };
  const pictures = async () => {
    const { parts } = (await (await api.get('/api/ready')).json()) as {
      parts: { pictures: { status: string; detail: string | null } };
    };
    return parts.pictures;
  };
  const untilPictures = async (status: string) => {
    for (let tries = 0; tries < 40; tries++) {
      const found = await pictures();
      if (found.status === status) return found;
      await wait(500);
    }
    return pictures();
  };
  const accept = async (seed: number) => {
    const answer = await upload(seed);
    expect(answer.status).toBe(201);
    kept.push(uploadResultSchema.parse(await answer.json()).references[0]?.image?.renditions[0]?.url ?? '');
  };

  test('takes pictures while there is room', async () => {
    await accept(1);
    expect(await untilPictures('ok')).toMatchObject({ status: 'ok' });
  });

  test('refuses them while it is full, with 503 and the reason, and shows what it has', async () => {
    fill();
    const refused = await upload(2);
    expect(refused.headers.get('retry-after')).toBe('30');
    expect(await api.problemOf(refused)).toMatchObject({
      status: 503,
      detail:
        'This is not possible right now: the disk is full. Nothing is lost; try again in a few minutes.',
    });
    // Resized for this request: it cannot be kept, and is shown nevertheless.
    expect((await api.get(kept[0]?.replace(/\d+\.webp/, '640.webp') ?? '')).status).toBe(200);
    expect(await untilPictures('degraded')).toMatchObject({
      detail: expect.stringContaining('the disk is full'),
    });
  });

  test('refuses them while it is read-only', async () => {
    rmSync(filler);
    mount('-o', 'remount,ro');
    expect(await api.problemOf(upload(3))).toMatchObject({
      status: 503,
      detail: expect.stringContaining('the file system is read-only'),
    });
    mount('-o', 'remount,rw');
  });

  test('takes them again when there is room, and has lost none', async () => {
    await accept(2);
    expect(await untilPictures('ok')).toMatchObject({ status: 'ok' });
    for (const url of kept) expect([url, (await api.get(url)).status]).toEqual([url, 200]);
    const ids = await postgres.db.uploadedQuery.count();
    expect(ids).toBe(kept.length);
  });
});
