import { execFileSync } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, open, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { countArtworks, listArtworks } from '@/lib/catalog/artworks.repository';
import { addFolder, type AddFolderOptions } from '@/lib/ingest/folder/add-folder';
import { addSampleCollection } from '@/lib/ingest/sample-collection';
import { closeSharedVision } from '@/lib/vision/node/shared-vision';
import { painted } from '../bad-input/pictures';
import { useTestDatabase } from '../support/database';
import { installTestNetwork } from '../support/test-network';

/** A picture that looks like no other of these. */
const picture = (seed: number) => {
  const stripe = {
    create: { width: 40, height: 30 + 5 * seed, channels: 3 as const, background: '#ffffff' },
  };
  return sharp({
    create: { width: 160, height: 120, channels: 3, background: `hsl(${seed * 47}, 70%, 40%)` },
  })
    .composite([{ input: stripe, left: (seed * 37) % 120, top: (seed * 23) % 60 }])
    .png()
    .toBuffer();
};

describe('A folder of pictures', () => {
  const collection = useTestDatabase();
  let folder: string;
  let manifest: string;

  const at = (name: string) => path.join(folder, name);
  const list = (text: string) => writeFile(manifest, text);
  const add = (options: Partial<AddFolderOptions> = {}) => addFolder({ folder, manifest, ...options });
  const works = async () => {
    const listing = { filter: {}, sort: 'title', offset: 0, limit: 100 } as const;
    return (await listArtworks(collection.db, listing)).artworks;
  };
  const jobsLeft = async () => {
    const [row] = await collection.db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::integer AS count FROM graphile_worker.jobs`;
    return row?.count;
  };

  beforeAll(async () => {
    await installTestNetwork();
    folder = await mkdtemp(path.join(tmpdir(), 'gafu-folder-'));
    manifest = at('works.csv');
    for (let i = 0; i < 5; i++) await writeFile(at(`${i}.png`), await picture(i));
    await writeFile(at('copy.png'), await picture(0));
    await writeFile(at('cut.jpg'), (await painted(100, 80).jpeg().toBuffer()).subarray(0, 900));
  }, 120_000);
  afterAll(async () => {
    await rm(folder, { recursive: true });
    await closeSharedVision();
  });

  describe('is added by a list', () => {
    beforeAll(() =>
      list(
        'file,title,artist,\n0.png,Zero,Anna,\n1.png,,Anna,\nmissing.png,x,,\n2.png,Two,,\ncut.jpg,Cut,,\n' +
          '../etc/passwd,x,,\n3.png,3,,\n4.png,4,,\ncopy.png,Copy,,\n./0.png,Again,,\n',
      ),
    );

    test('which a dry run only reads', async () => {
      const summary = await add({ dryRun: true });
      expect(summary).toMatchObject({ dryRun: true, rows: 10, added: 5, updated: 0, unchanged: 1 });
      expect(summary.refused.map(({ line }) => line)).toEqual([4, 6, 7, 11]);
      expect(await works()).toEqual([]);
      expect(await countArtworks(collection.db)).toEqual({ pending: 0, ready: 0, failed: 0 });
    });

    test('or its first rows', async () => {
      expect(await add({ limit: 2 })).toMatchObject({
        rows: 2,
        added: 2,
        updated: 0,
        unchanged: 0,
        refused: [],
      });
    }, 60_000);

    test('and on from there: bad rows are refused by line, all others are ready', async () => {
      const seen: number[] = [];
      const summary = await add({ onProgress: ({ done }) => seen.push(done) });
      expect(summary).toMatchObject({ dryRun: false, rows: 10, added: 3, updated: 0, unchanged: 3 });
      expect(summary.refused.map(({ line, file, reason }) => [line, file, reason])).toEqual([
        [4, 'missing.png', 'There is no file missing.png.'],
        [6, 'cut.jpg', expect.stringMatching(/cut/)],
        [7, '../etc/passwd', expect.stringMatching(/outside the folder/)],
        [11, './0.png', 'Line 2 names this file already. Remove one of the two lines.'],
      ]);
      expect(summary.repeated).toEqual([{ line: 10, file: 'copy.png', sameAsLine: 2 }]);
      expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
      expect(await countArtworks(collection.db)).toEqual({ pending: 0, ready: 5, failed: 0 });
      expect((await works()).map(({ title }) => title)).toEqual(['1', '3', '4', 'Two', 'Zero']);
      expect(await jobsLeft()).toBe(0);
    }, 60_000);
  });

  describe('is corrected by its list', () => {
    beforeAll(() =>
      list(
        'file;title;artist;rights\n0.png;Nought;Anna;CC0\n1.png;;;CC0\n2.png;Two;;\n3.png;3;;\nmoved.png;4;Ben;\n',
      ),
    );

    test('which a dry run only reads', async () => {
      await writeFile(at('moved.png'), await picture(4));
      await rm(at('4.png'));
      const summary = await add({ dryRun: true });
      expect(summary).toMatchObject({ rows: 5, added: 0, updated: 3, unchanged: 2, refused: [] });
      expect(summary.updates.map(({ line, file, changed }) => [line, file, changed])).toEqual([
        [2, '0.png', ['title', 'rights']],
        [3, '1.png', ['artist', 'rights']],
        [6, 'moved.png', ['artist']],
      ]);
      expect((await works()).map(({ rights }) => rights)).toEqual([null, null, null, null, null]);
    });

    test('in the columns that it has, a work being found by its picture', async () => {
      const before = new Map((await works()).map(({ id, image }) => [image.key, id]));
      expect(await add()).toMatchObject({ added: 0, updated: 3, unchanged: 2, refused: [] });
      const after = await works();
      expect(after.map(({ title, artist, rights }) => [title, artist, rights])).toEqual([
        ['1', null, 'CC0 1.0'],
        ['3', null, null],
        ['4', 'Ben', null],
        ['Nought', 'Anna', 'CC0 1.0'],
        ['Two', null, null],
      ]);
      for (const { id, image, state } of after) expect([id, state]).toEqual([before.get(image.key), 'ready']);
      expect(await add()).toMatchObject({ added: 0, updated: 0, unchanged: 5 });
    }, 60_000);

    test('and a work whose file has another picture now gets that picture, if title and artist have stayed', async () => {
      const before = (await works()).find(({ title }) => title === 'Two');
      await writeFile(at('2.png'), await picture(9));
      expect(await add({ dryRun: true })).toMatchObject({ updates: [{ line: 4, changed: ['picture'] }] });
      expect(await add()).toMatchObject({ added: 0, updated: 1, unchanged: 4 });
      const after = (await works()).find(({ title }) => title === 'Two');
      expect(after).toMatchObject({ id: before?.id, state: 'ready' });
      expect(after?.image.key).not.toBe(before?.image.key);
      expect(await jobsLeft()).toBe(0);
    }, 60_000);

    test('also by a list that has no column for the artist', async () => {
      const before = (await works()).find(({ title }) => title === 'Nought');
      await writeFile(at('0.png'), await picture(11));
      await list('file,title\n0.png,Nought\n');
      expect(await add()).toMatchObject({
        added: 0,
        updated: 1,
        updates: [{ line: 2, changed: ['picture'] }],
      });
      expect((await works()).find(({ title }) => title === 'Nought')).toMatchObject({
        id: before?.id,
        artist: 'Anna',
      });
    }, 60_000);

    test('but another picture under another title is a new work', async () => {
      await writeFile(at('3.png'), await picture(13));
      await list('file,title\n3.png,Thirteen\n');
      expect(await add()).toMatchObject({ added: 1, updated: 0 });
      expect((await works()).map(({ title }) => title)).toEqual(expect.arrayContaining(['3', 'Thirteen']));
    }, 60_000);
  });

  test('says which new works look like others', async () => {
    await copyFile('samples/works/cubist-cat.webp', at('cat.webp'));
    await list('file,title\ncat.webp,Cat\n');
    expect(await add()).toMatchObject({ added: 1, nearDuplicates: [] });
    await writeFile(
      at('small.jpg'),
      await sharp(await readFile(at('cat.webp')))
        .resize(200)
        .jpeg()
        .toBuffer(),
    );
    await list('file,title\nsmall.jpg,Small\n');
    const nearDuplicates = [
      { line: 2, file: 'small.jpg', works: [expect.objectContaining({ title: 'Cat' })] },
    ];
    expect(await add({ dryRun: true })).toMatchObject({ added: 1, nearDuplicates });
    expect(await add()).toMatchObject({ added: 1, nearDuplicates });
  }, 60_000);

  test('may have anything in it: what is no picture is refused, and the good rows are added', async () => {
    await mkdir(at('folder.png'));
    execFileSync('mkfifo', [at('pipe.png')]);
    await symlink('loop.png', at('loop.png'));
    await symlink('/dev/zero', at('device.png'));
    const sparse = await open(at('sparse.tif'), 'w');
    await sparse.truncate(2 ** 31 + 1);
    await sparse.close();
    await writeFile(at('empty.png'), '');
    await writeFile(at('words.png'), 'words');
    await writeFile(at('good.png'), await picture(6));
    const bad = ['folder.png', 'pipe.png', 'loop.png', 'device.png', 'sparse.tif', 'empty.png', 'words.png'];
    const files = [...bad, '0.png/x.png', `${'x'.repeat(300)}.png`, 'vanished.png', 'good.png'];
    await list(`file\n${files.join('\n')}\n`);
    const { added, refused } = await add();
    expect(added).toBe(1);
    expect(refused.map(({ file }) => file)).toEqual(files.slice(0, -1));
    for (const { reason } of refused) expect(reason).not.toMatch(/E[A-Z]{4,}|errno|Error/);
    expect(Object.fromEntries(refused.map(({ file, reason }) => [file, reason]))).toMatchObject({
      'pipe.png': 'pipe.png is a pipe, not a file.',
      'loop.png': 'loop.png is a link that leads back to itself.',
      'sparse.tif': expect.stringMatching(/2048 MB; at most/),
    });
  }, 60_000);

  test('is not mixed with the sample collection, which is for an empty catalogue', async () => {
    expect(await addSampleCollection()).toBeNull();
  });

  test('with no list, or none of its name, is refused in one sentence', async () => {
    await expect(add({ manifest: at('none.csv') })).rejects.toMatchObject({
      kind: 'not-found',
      message: expect.stringMatching(/^There is no file .*none\.csv\.$/),
    });
    await expect(add({ folder: at('none') })).rejects.toMatchObject({
      kind: 'not-found',
      message: expect.stringMatching(/^There is no folder .*none\.$/),
    });
  });
});
