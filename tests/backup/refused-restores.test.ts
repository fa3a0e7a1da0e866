import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { verifyArchive } from '@/lib/backup/archive-reader';
import { writeArchive } from '@/lib/backup/archive-writer';
import { backUp } from '@/lib/backup/backup';
import { type BackupHeader, headerName } from '@/lib/backup/header';
import { addArtwork } from '@/lib/ingest/add-artwork';
import { parseArtworkDetails } from '@/lib/ingest/details';
import { painted } from '../bad-input/pictures';
import { useTestDatabase } from '../support/database';
import { withClient } from '../support/test-server';
import { gafuAt, rowsOf, usePlace } from './places';

describe('A restore', () => {
  useTestDatabase();
  const place = usePlace();
  const folder = mkdtempSync(path.join(tmpdir(), 'gafu-test-refused-'));
  const file = path.join(folder, 'site.tar');
  let bytes = Buffer.alloc(0);
  let header: BackupHeader;
  beforeAll(async () => {
    for (const width of [150, 151])
      await addArtwork(
        await painted(width, 70).png().toBuffer(),
        parseArtworkDetails({ title: `${width} wide`, artist: 'Somebody' }),
      );
    await backUp({ file, version: 'test', env: {} });
    bytes = readFileSync(file);
    header = await verifyArchive(file);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const refusalOf = async (content: Uint8Array) => {
    const changed = path.join(folder, 'changed.tar');
    writeFileSync(changed, content);
    try {
      return { accepted: await verifyArchive(changed) };
    } catch (error) {
      return error;
    }
  };
  const withHeader = async (name: string, changed: Partial<Record<keyof BackupHeader, unknown>>) => {
    const other = path.join(folder, name);
    await writeArchive(other, (archive) =>
      archive.add(headerName, Buffer.from(JSON.stringify({ ...header, ...changed }))),
    );
    return other;
  };

  test('of a file that is cut short anywhere is refused with one sentence', async () => {
    for (let i = 0; i <= 40; i++) {
      const length = Math.floor(((bytes.length - 1536) * i) / 40);
      expect(await refusalOf(bytes.subarray(0, length))).toMatchObject({
        kind: 'invalid-request',
        message: expect.stringMatching(/(is cut short|is not a backup of Gafu).*Nothing was changed\.$/),
      });
    }
  });

  test('of a file that is altered anywhere is refused, or what was altered means nothing', async () => {
    let refused = 0;
    for (let i = 0; i < 200; i++) {
      const at = Math.floor((bytes.length * i) / 200) + (i % 7);
      const altered = Buffer.from(bytes);
      altered[at] = (altered[at] ?? 0) ^ (1 << (i % 8));
      const result = await refusalOf(altered);
      if (result instanceof Error) {
        refused++;
        expect(result).toMatchObject({
          kind: 'invalid-request',
          message: expect.stringMatching(/Nothing was changed\.$/),
        });
      } else expect(result).toEqual({ accepted: header });
    }
    // The rest is the filling between members.
    expect(refused).toBeGreaterThan(120);
  }, 60_000);

  test('of something else is refused', async () => {
    for (const other of ['package.json', 'samples/works/cubist-sea.webp'])
      expect(await refusalOf(readFileSync(other))).toMatchObject({
        message: expect.stringContaining('is not a backup'),
      });
    expect(await gafuAt(place, 'restore', path.join(folder, 'missing.tar'))).toEqual({
      code: 1,
      output: `There is no file ${path.join(folder, 'missing.tar')}.\n`,
    });
  }, 60_000);

  test('of a backup from a newer Gafu is refused', async () => {
    const migrations = [...header.migrations, { ...header.migrations[0], name: '29990101000000_later' }];
    const newer = await withHeader('newer.tar', { migrations, gafu: '9.0.0' });
    expect(await gafuAt(place, 'restore', newer)).toEqual({
      code: 1,
      output: expect.stringMatching(/made by a newer Gafu \(9\.0\.0\).*29990101000000_later.*Update Gafu/),
    });
    await expect(verifyArchive(await withHeader('form.tar', { form: 2 }))).rejects.toThrow('in form 2');
  }, 60_000);

  test('while another program is connected to the database is refused', async () => {
    const { code, output } = await withClient(place.url, () => gafuAt(place, 'restore', file));
    expect({ code, output }).toEqual({
      code: 1,
      output: expect.stringContaining('The database is in use ('),
    });
  }, 60_000);

  test('into a full site is refused, unless --replace is given; one that fails leaves the site as it was', async () => {
    const url = place.url;
    const titles = async () =>
      (await rowsOf(url, ['artworks'])).artworks?.map((row) => (JSON.parse(row) as { title: string }).title);
    expect(await gafuAt(place, 'restore', file)).toMatchObject({ code: 0 });
    await withClient(url, (client) =>
      client.query(`UPDATE artworks SET titles = '[{"text": "Changed here", "language": null}]'`),
    );
    const before = await rowsOf(url);
    expect(await gafuAt(place, 'restore', file)).toEqual({
      code: 1,
      output: expect.stringMatching(/This site is not empty: it holds 2 works\. Add --replace/),
    });
    const nowhere = {
      ...place.env,
      S3_BUCKET: 'nowhere',
      S3_ENDPOINT: 'http://127.0.0.1:1',
      AWS_ACCESS_KEY_ID: 'a',
      AWS_SECRET_ACCESS_KEY: 'b',
    };
    expect(await gafuAt({ env: nowhere }, 'restore', file, '--replace')).toMatchObject({ code: 1 });
    expect(await rowsOf(url)).toEqual(before);
    expect(await gafuAt(place, 'restore', file, '--replace')).toMatchObject({ code: 0 });
    expect((await titles())?.sort()).toEqual(['150 wide', '151 wide']);
  }, 120_000);
});
