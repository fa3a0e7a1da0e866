import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { countArtworks, listArtworks } from '@/lib/catalog/artworks.repository';
import { addFolder } from '@/lib/ingest/add-folder';
import { addSampleCollection } from '@/lib/ingest/sample-collection';
import { closeSharedVision } from '@/lib/vision/node/shared-vision';
import { painted } from '../bad-input/pictures';
import { useTestDatabase } from '../support/database';

describe('A folder of pictures', () => {
  const collection = useTestDatabase();
  let folder: string;
  let manifest: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'gafu-folder-'));
    manifest = path.join(folder, 'works.csv');
    for (let i = 0; i < 5; i++)
      await writeFile(
        path.join(folder, `${i}.png`),
        await painted(100 + i, 80)
          .png()
          .toBuffer(),
      );
    await writeFile(path.join(folder, 'copy.png'), await painted(100, 80).png().toBuffer());
    await writeFile(
      path.join(folder, 'cut.jpg'),
      (await painted(100, 80).jpeg().toBuffer()).subarray(0, 900),
    );
    const rows = [
      '0.png,Zero,Anna',
      '1.png,,Anna',
      'missing.png,x,',
      '2.png,Two,',
      'cut.jpg,Cut,',
      '../etc/passwd,x,',
      '3.png,3,',
      '4.png,4,',
      'copy.png,Copy,',
    ];
    await writeFile(manifest, `file,title,artist,\n${rows.map((row) => `${row},\n`).join('')}`);
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
    await closeSharedVision();
  });

  const jobsLeft = async () => {
    const [row] = await collection.db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::integer AS count FROM graphile_worker.jobs`;
    return row?.count;
  };

  test('may be begun with its first rows', async () => {
    expect(await addFolder({ folder, manifest, limit: 2 })).toMatchObject({
      rows: 2,
      added: 2,
      known: 0,
      bad: [],
    });
  }, 60_000);

  test('is gone on with: what is there is passed over, bad rows are told by line, all others are ready', async () => {
    const seen: number[] = [];
    const summary = await addFolder({ folder, manifest, onProgress: ({ done }) => seen.push(done) });
    expect(summary).toMatchObject({ rows: 9, added: 3, known: 3 });
    expect(summary.bad.map(({ line, file }) => [line, file])).toEqual([
      [4, 'missing.png'],
      [6, 'cut.jpg'],
      [7, '../etc/passwd'],
    ]);
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(await countArtworks(collection.db)).toEqual({ pending: 0, ready: 5, failed: 0 });
    const { artworks } = await listArtworks(collection.db, {
      filter: {},
      sort: 'title',
      offset: 0,
      limit: 9,
    });
    expect(artworks.map(({ title }) => title)).toEqual(['1', '3', '4', 'Two', 'Zero']);
    expect(await jobsLeft()).toBe(0);
  }, 60_000);

  test('is not mixed with the sample collection, which is for an empty catalogue', async () => {
    expect(await addSampleCollection()).toBeNull();
  });

  test('with no manifest is refused', async () => {
    await expect(addFolder({ folder, manifest: path.join(folder, 'none.csv') })).rejects.toMatchObject({
      kind: 'not-found',
    });
  });
});
