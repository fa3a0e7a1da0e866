import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { backUp } from '@/lib/backup/backup';
import { imagePath } from '@/lib/images/image-key';
import { folderStore } from '@/lib/images/folder-store';
import { imageStore } from '@/lib/images/shared-image-store';
import { addArtwork } from '@/lib/ingest/add-artwork';
import { parseArtworkDetails } from '@/lib/ingest/details';
import { removeArtwork } from '@/lib/ingest/remove-artwork';
import { painted } from '../bad-input/pictures';
import { useTestDatabase } from '../support/database';
import { describeWithS3, useBucket } from '../support/s3';
import { withClient } from '../support/test-server';
import { gafuAt, type Place, rowsOf, usePlace } from './places';

const samples = [
  'cubist-sea',
  'cubist-cat',
  'ukiyo-e-cat',
  'ukiyo-e-sea',
  'pointillist-sea',
  'pointillist-cat',
];

describe('A backup', () => {
  const site = useTestDatabase({ samples, recipe: 'lite' });
  const folder = mkdtempSync(path.join(tmpdir(), 'gafu-test-backup-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const here = (): Pick<Place, 'env'> => ({ env: { DATABASE_URL: site.url, GAFU_DATA_DIR: site.dataDir } });
  const file = path.join(folder, 'site.tar');

  test('is one file that only its owner can read, and whose checksums others can check, too', async () => {
    const { code, output } = await gafuAt(here(), 'backup', file, '--json');
    expect({ code, output }).toMatchObject({ code: 0 });
    expect(JSON.parse(output.slice(output.indexOf('{')))).toMatchObject({
      file,
      pictures: samples.length,
      lostPictures: [],
    });
    expect((statSync(file).mode & 0o777).toString(8)).toBe('600');
    const unpacked = mkdtempSync(path.join(folder, 'unpacked-'));
    execFileSync('tar', ['-xf', file, '-C', unpacked]);
    execFileSync('sha256sum', ['--check', '--strict', '--quiet', 'SHA256SUMS'], { cwd: unpacked });
    expect(readFileSync(path.join(unpacked, 'settings.env'), 'utf8')).toContain('# DATABASE_URL was set');
  }, 60_000);

  describe('restored to another database and folder', () => {
    const other = usePlace();

    test('is the same site: rows, vectors and pictures', async () => {
      expect(await gafuAt(other, 'restore', file)).toMatchObject({ code: 0 });
      const restored = await rowsOf(other.url);
      expect(restored).toEqual(await rowsOf(site.url));
      expect(restored.embeddings).toHaveLength(3 * samples.length);
      for (const { key } of await site.db.image.findMany()) {
        const bytes = await folderStore(path.join(other.dataDir, 'images')).get(key);
        expect(
          createHash('sha256')
            .update(bytes ?? '')
            .digest('hex'),
        ).toBe(key);
      }
    }, 60_000);
  });

  describe('restored to the embedded Postgres', () => {
    const embedded = usePlace({ embedded: true });
    const back = usePlace();

    test('can be backed up there, and restored to DATABASE_URL, without losing anything', async () => {
      const again = path.join(folder, 'from-embedded.tar');
      expect(await gafuAt(embedded, 'restore', file)).toMatchObject({ code: 0 });
      expect(await gafuAt(embedded, 'backup', again)).toMatchObject({ code: 0 });
      expect(await gafuAt(back, 'restore', again)).toMatchObject({ code: 0 });
      expect(await rowsOf(back.url)).toEqual(await rowsOf(site.url));
      // A backup is noted after its rows were read, so it does not hold itself.
      const log = await withClient(back.url, async (client) => {
        const { rows } = await client.query<{ action: string; actor_kind: string; after: object }>(
          `SELECT action, actor_kind, after FROM changes WHERE action IN ('backup', 'restore') ORDER BY id`,
        );
        return rows;
      });
      const restored = { backupOf: expect.any(String), rows: expect.any(Number), pictures: samples.length };
      expect(log).toEqual([
        { action: 'restore', actor_kind: 'command', after: restored },
        { action: 'restore', actor_kind: 'command', after: restored },
      ]);
      expect(await site.db.change.findMany({ where: { action: 'backup' } })).toMatchObject([
        { after: { pictures: samples.length } },
      ]);
    }, 120_000);
  });

  describeWithS3('restored to a bucket', () => {
    const bucket = useBucket();
    const inBucket = usePlace({ env: bucket.env });
    const back = usePlace();

    test('can be backed up there, and restored to a folder, without losing anything', async () => {
      const again = path.join(folder, 'from-bucket.tar');
      expect(await gafuAt(inBucket, 'restore', file)).toMatchObject({ code: 0 });
      const keys = (await site.db.image.findMany()).map(({ key }) => key);
      expect((await bucket.objects()).sort()).toEqual(keys.map(imagePath).sort());
      expect(await gafuAt(inBucket, 'backup', again)).toMatchObject({ code: 0 });
      expect(await gafuAt(back, 'restore', again)).toMatchObject({ code: 0 });
      for (const key of keys)
        expect(await folderStore(path.join(back.dataDir, 'images')).get(key)).not.toBeNull();
    }, 120_000);
  });

  describe('of a site whose works are removed meanwhile', () => {
    const other = usePlace();

    test('has them and their pictures as they were, which are deleted when it is done', async () => {
      for (let i = 0; i < 6; i++)
        await addArtwork(
          await painted(900 + i, 80)
            .png()
            .toBuffer(),
          parseArtworkDetails({ title: `Passing ${i}` }),
        );
      const passing = await site.db.artwork.findMany({ where: { title: { startsWith: 'Passing' } } });
      const during = path.join(folder, 'during.tar');
      let removed: Promise<unknown> | null = null;
      const removeAll = async () => {
        for (const { id } of passing) await removeArtwork(id);
      };
      const before = await rowsOf(site.url);
      const { lostPictures } = await backUp({
        file: during,
        version: 'test',
        env: {},
        // All tables are copied, and no picture yet.
        onProgress: (stage, done, all) => {
          if (stage === 'rows' && done === all) removed ??= removeAll();
        },
      });
      await removed;
      expect(lostPictures).toEqual([]);
      expect(await gafuAt(other, 'restore', during)).toMatchObject({ code: 0 });
      expect(await rowsOf(other.url)).toEqual(before);
      for (const { imageKey } of passing) {
        expect(await folderStore(path.join(other.dataDir, 'images')).get(imageKey)).not.toBeNull();
        expect(await imageStore().get(imageKey)).toBeNull();
      }
    }, 120_000);
  });
});
