import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { backUpDatabase } from '@/lib/backup/backup';
import { migrate, readMigrations } from '@/lib/catalog/migrate';
import { imageStore } from '@/lib/images/shared-image-store';
import { painted } from '../bad-input/pictures';
import { useTestDatabase } from '../support/database';
import { createTestDatabase, dropTestDatabase, testServerUrl, withClient } from '../support/test-server';
import { gafuAt, usePlace } from './places';

describe('A backup of an older Gafu', () => {
  useTestDatabase();
  const place = usePlace();
  const folder = mkdtempSync(path.join(tmpdir(), 'gafu-test-older-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('is restored by its own migrations and then brought up to date, its works included', async () => {
    const file = path.join(folder, 'older.tar');
    const picture = await painted(160, 70).jpeg().toBuffer();
    const key = createHash('sha256').update(picture).digest('hex');
    await imageStore().put(key, picture);
    const serverUrl = await testServerUrl();
    const older = await createTestDatabase(serverUrl, 'template1');
    try {
      // Before there were ranges of years, and before text was folded as it is now.
      await migrate(older, readMigrations().slice(0, 3));
      await withClient(older, (client) =>
        client.query(`
          INSERT INTO artists VALUES ('Œuvre');
          INSERT INTO images (key, width, height, size_bytes, media_type, thumbhash, colour, perceptual_hash)
            VALUES ('${key}', 160, 70, ${picture.length}, 'image/jpeg', 'x', '#000000', '00');
          INSERT INTO artworks (id, title, artist, year, image_key, state) VALUES ('old', 'Old', 'Œuvre', 1888, '${key}', 'ready');
          UPDATE _prisma_migrations SET finished_at = '2025-01-01T00:00:00Z'`),
      );
      await backUpDatabase(older, { file, version: '0.0.1', env: {} });
    } finally {
      await dropTestDatabase(serverUrl, older);
    }
    const { code, output } = await gafuAt(place, 'restore', file);
    expect({ code, output }).toMatchObject({ code: 0, output: expect.stringContaining('_year_ranges') });
    await withClient(place.url, async (client) => {
      const { rows } = await client.query('SELECT title, year_from, centuries, search_text FROM artworks');
      expect(rows).toEqual([
        { title: 'Old', year_from: 1888, centuries: [19], search_text: expect.stringContaining('oeuvre') },
      ]);
      const { rows: migrations } = await client.query<{ name: string; year: number }>(
        `SELECT migration_name AS name, extract(year FROM finished_at)::integer AS year FROM _prisma_migrations ORDER BY 1`,
      );
      expect(migrations.map(({ name }) => name)).toEqual(readMigrations().map(({ name }) => name));
      expect(migrations.slice(0, 3).map(({ year }) => year)).toEqual([2025, 2025, 2025]);
    });
  }, 120_000);
});
