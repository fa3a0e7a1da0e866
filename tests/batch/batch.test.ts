import sharp from 'sharp';
import { findArtwork } from '@/lib/catalog/artworks.repository';
import { database } from '@/lib/catalog/database';
import { imageStore } from '@/lib/images/shared-image-store';
import { addBatchFile } from '@/lib/ingest/batch/add-file';
import { addArtwork } from '@/lib/ingest/add-artwork';
import { checkBatchFile } from '@/lib/ingest/batch/check-file';
import { deleteBatch, deleteExpiredBatches } from '@/lib/ingest/batch/delete-batch';
import { editBatch } from '@/lib/ingest/batch/edit-batch';
import {
  batchFilesMax,
  chooseFiles,
  chooseInstead,
  chooseList,
  openBatch,
} from '@/lib/ingest/batch/open-batch';
import { storePart } from '@/lib/ingest/batch/parts';
import { publishBatch } from '@/lib/ingest/batch/publish-batch';
import { readBatch } from '@/lib/ingest/batch/read-batch';
import { someDetails } from '../support/artworks';
import { useTestDatabase } from '../support/database';
import { distinctPicture } from '../support/distinct-pictures';
import { png, publish, rowsOf, stagesOf, upload } from './steps';

const postgres = useTestDatabase();

const smaller = async (seed: number) =>
  sharp(await png(seed))
    .resize(96)
    .jpeg({ quality: 85 })
    .toBuffer();

const storedKeys = async () =>
  (await postgres.db.image.findMany({ select: { key: true } })).map(({ key }) => key).sort();

describe('A batch', () => {
  test('becomes works with what the names, the files, the list and the curator say', async () => {
    const id = await openBatch('Of four sources');
    const embedded = await distinctPicture(1)
      .withExif({ IFD0: { Artist: 'Embedded', Copyright: 'Public domain' } })
      .jpeg()
      .toBuffer();
    const list = 'file,title,artist,medium\nb.png,Listed,Lister,oil\ngone.png,Gone,,\nc.png,Typed over,,\n';
    await chooseList(id, Buffer.from(list), 'works.csv');
    await upload(id, { 'Ada - Named (1889).jpg': embedded, 'b.png': await png(2), 'c.png': await png(3) });
    const [first, second, third] = await rowsOf(id);
    expect(first?.cells).toEqual({
      title: 'Named',
      artist: 'Embedded',
      year: '1889',
      rights: 'Public domain',
    });
    expect(second?.cells).toMatchObject({ title: 'Listed', artist: 'Lister', medium: 'oil' });
    await editBatch(id, {
      kind: 'cells',
      edits: [
        { id: third?.id ?? '', column: 'title', text: 'Typed' },
        { id: second?.id ?? '', column: 'medium', text: '' },
      ],
    });
    expect((await readBatch(postgres.db, id)).list?.missing).toEqual([{ line: 3, file: 'gone.png' }]);
    await publish(id);
    expect(await stagesOf(id)).toEqual(['embedding', 'embedding', 'embedding']);
    const works = await Promise.all(
      (await rowsOf(id)).map(({ work }) => findArtwork(postgres.db, work?.id ?? '')),
    );
    expect(
      works.map((work) => [work?.title, work?.artist, work?.year, work?.medium, work?.publication]),
    ).toEqual([
      ['Named', 'Embedded', 1889, null, 'published'],
      ['Listed', 'Lister', null, null, 'published'],
      ['Typed', null, null, null, 'published'],
    ]);
  });

  test('goes on from the last part that has come, and is checked when the last one has', async () => {
    const id = await openBatch('In parts');
    const bytes = await png(10);
    const [fileId = ''] = await chooseFiles(id, [
      { path: 'x.png', sizeBytes: bytes.byteLength, modifiedMs: 5 },
    ]);
    const file = await postgres.db.batchFile.findUniqueOrThrow({ where: { id: fileId } });
    expect(await storePart(file, 0, bytes.subarray(0, 100))).toBe(true);
    expect(await storePart(file, 0, bytes.subarray(0, 50))).toBe(false);
    const again = await chooseFiles(id, [{ path: 'y/x.png', sizeBytes: bytes.byteLength, modifiedMs: 5 }]);
    expect(again).toEqual([fileId]);
    expect(await rowsOf(id)).toMatchObject([{ state: 'waiting', receivedBytes: 100 }]);
    expect(await storePart(file, 100, bytes.subarray(100))).toBe(true);
    await checkBatchFile(fileId);
    expect(await stagesOf(id)).toEqual(['ready']);
  });

  test('asks for a file again if a part of it is lost', async () => {
    const id = await openBatch('Lost');
    const bytes = await png(11);
    const [fileId = ''] = await chooseFiles(id, [
      { path: 'x.png', sizeBytes: bytes.byteLength, modifiedMs: 5 },
    ]);
    const file = await postgres.db.batchFile.findUniqueOrThrow({ where: { id: fileId } });
    await storePart(file, 0, bytes);
    await imageStore().delete(file.uploadKey);
    await checkBatchFile(fileId);
    expect(await rowsOf(id)).toMatchObject([
      { state: 'waiting', receivedBytes: 0, reason: expect.stringContaining('the same S3_BUCKET') },
    ]);
    await storePart(file, 0, bytes);
    expect(await rowsOf(id)).toMatchObject([{ state: 'received', reason: null }]);
  });

  test('refuses files in the words of the API, and takes others instead', async () => {
    const id = await openBatch('Refused');
    const [broken = ''] = await upload(id, { 'a.png': Buffer.from('no picture'), 'b.png': await png(12) });
    await chooseFiles(id, [
      { path: 'empty.png', sizeBytes: 0, modifiedMs: 1 },
      { path: 'huge.tif', sizeBytes: 2 ** 40, modifiedMs: 1 },
    ]);
    const reasons = (await rowsOf(id)).map(({ reason }) => reason);
    await expect(addArtwork(Buffer.from('no picture'), someDetails())).rejects.toThrow(reasons[0] ?? '');
    expect(reasons.slice(1)).toEqual([
      null,
      expect.stringContaining('0 bytes'),
      expect.stringContaining('at most'),
    ]);
    await editBatch(id, { kind: 'cells', edits: [{ id: broken, column: 'title', text: 'Stays' }] });
    const bytes = await png(13);
    await chooseInstead(id, broken, { path: 'better.png', sizeBytes: bytes.byteLength, modifiedMs: 1 });
    await upload(id, { 'better.png': bytes });
    expect((await rowsOf(id))[0]).toMatchObject({
      path: 'better.png',
      state: 'checked',
      cells: { title: 'Stays' },
    });
  });

  test('says what is wrong in which cell, and publishes the rest', async () => {
    const id = await openBatch('Wrong cells');
    const [wrong = ''] = await upload(id, { 'a.png': await png(14), 'b.png': await png(15) });
    await editBatch(id, {
      kind: 'cells',
      edits: [
        { id: wrong, column: 'title', text: ' ' },
        { id: wrong, column: 'height_cm', text: 'tall' },
      ],
    });
    expect((await rowsOf(id))[0]?.issues).toEqual({
      title: expect.stringContaining('is missing'),
      height_cm: expect.stringContaining('must be centimetres'),
    });
    await publish(id);
    expect(await stagesOf(id)).toEqual(['incomplete', 'embedding']);
    await expect(publishBatch(id)).rejects.toThrow('Nothing in this batch is ready');
  });
});

describe('Pictures that look the same', () => {
  test('are decided about before they are added: skip, replace, keep both', async () => {
    const works = await Promise.all(
      [20, 21, 22, 23].map(
        async (seed) => (await addArtwork(await png(seed), someDetails({ title: `Work ${seed}` }))).artwork,
      ),
    );
    const id = await openBatch('Lookalikes');
    const ids = await upload(id, {
      'skip.jpg': await smaller(20),
      'replace.jpg': await smaller(21),
      'keep.jpg': await smaller(22),
      'exact.png': await png(23),
    });
    const rows = await rowsOf(id);
    expect(rows.map(({ lookalikes }) => lookalikes.map((other) => [other.title, other.isExact]))).toEqual([
      [['Work 20', false]],
      [['Work 21', false]],
      [['Work 22', false]],
      [['Work 23', true]],
    ]);
    const before = await postgres.db.artwork.count();
    await expect(publishBatch(id)).rejects.toThrow('Nothing in this batch is ready');
    const decide = (at: number, decision: 'skip' | 'replace' | 'keep', replacesId?: string) =>
      editBatch(id, { kind: 'decide', files: [ids[at] ?? ''], decision, replacesId });
    await expect(decide(3, 'keep')).rejects.toThrow('has a picture only once');
    await expect(decide(1, 'replace', works[0]?.id)).rejects.toThrow('one that looks the same');
    await decide(0, 'skip');
    await decide(1, 'replace', works[1]?.id);
    await decide(2, 'keep');
    await publish(id);
    expect(await stagesOf(id)).toEqual(['skipped', 'embedding', 'embedding', 'undecided']);
    expect(await postgres.db.artwork.count()).toBe(before + 1);
    const replaced = await findArtwork(postgres.db, works[1]?.id ?? '');
    expect(replaced).toMatchObject({ title: 'Work 21', image: { width: 96 } });
  });

  test('within a batch are decided about too', async () => {
    const id = await openBatch('Twice');
    const [first = '', second = ''] = await upload(id, {
      'large.png': await png(30),
      'small.jpg': await smaller(30),
    });
    expect(await stagesOf(id)).toEqual(['ready', 'undecided']);
    const decide = (decision: 'replace' | 'keep') =>
      editBatch(id, {
        kind: 'decide',
        files: [second],
        decision,
        replacesId: decision === 'replace' ? first : null,
      });
    await decide('replace');
    expect(await stagesOf(id)).toEqual(['skipping', 'ready']);
    await decide('keep');
    expect(await stagesOf(id)).toEqual(['ready', 'ready']);
    await publish(id);
    expect(await stagesOf(id)).toEqual(['embedding', 'embedding']);
  });

  test('that came into the collection after the check are found before the file is added', async () => {
    const id = await openBatch('Overtaken');
    await upload(id, { 'near.jpg': await smaller(40), 'exact.png': await png(41) });
    await addArtwork(await png(40), someDetails({ title: 'Was first' }));
    await addArtwork(await png(41), someDetails({ title: 'Was first too' }));
    const before = await postgres.db.artwork.count();
    await publish(id);
    expect(await stagesOf(id)).toEqual(['undecided', 'undecided']);
    expect(await postgres.db.artwork.count()).toBe(before);
  });
});

test('Adding a file a second time adds nothing', async () => {
  const id = await openBatch('Retried');
  const [fileId = ''] = await upload(id, { 'a.png': await png(50) });
  await publish(id);
  const before = await postgres.db.artwork.count();
  expect(await addBatchFile(fileId)).toMatchObject({ status: 'skipped' });
  expect(await postgres.db.artwork.count()).toBe(before);
});

test('Deleting a batch leaves its works, and none of its other pictures', async () => {
  const before = await storedKeys();
  const id = await openBatch('Deleted');
  const [published = '', kept = ''] = await upload(id, { 'a.png': await png(60), 'b.png': await png(61) });
  await editBatch(id, { kind: 'cells', edits: [{ id: kept, column: 'title', text: '' }] });
  await publish(id);
  const key = (await rowsOf(id)).find((row) => row.id === published)?.picture?.key ?? '';
  await deleteBatch(id);
  expect(await storedKeys()).toEqual([...before, key].sort());
  await expect(readBatch(await database(), id)).rejects.toThrow('There is no batch');
});

test('A batch expires when nobody has done anything with it for a month', async () => {
  const id = await openBatch('Forgotten');
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
  await deleteExpiredBatches(inDays(29));
  expect(await postgres.db.batch.count({ where: { id } })).toBe(1);
  await deleteExpiredBatches(inDays(31));
  expect(await postgres.db.batch.count({ where: { id } })).toBe(0);
});

test('A batch has room for so many files, and all batches for so many bytes', async () => {
  const id = await openBatch('Too much');
  const many = Array.from({ length: batchFilesMax + 1 }, (_, at) => ({
    path: `${at}.png`,
    sizeBytes: 10,
    modifiedMs: 1,
  }));
  await expect(chooseFiles(id, many)).rejects.toThrow(`at most ${batchFilesMax} files`);
  const large = many.slice(0, 1000).map((file) => ({ ...file, sizeBytes: 25 * 2 ** 20 }));
  await expect(chooseFiles(id, large)).rejects.toThrow('BATCH_BYTES_MAX');
});

test('What is done with a batch is in the audit log', async () => {
  const log = await postgres.db.change.findMany({ where: { subjectKind: 'batch' } });
  expect(new Set(log.map(({ action }) => action))).toEqual(new Set(['create', 'publish', 'delete']));
});
