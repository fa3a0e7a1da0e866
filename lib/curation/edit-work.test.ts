import { type Artwork } from '@/lib/catalog/artwork';
import { findArtwork } from '@/lib/catalog/artworks.repository';
import { listChanges } from '@/lib/catalog/changes.repository';
import { findDraft, keepDraft } from '@/lib/catalog/work-drafts.repository';
import { addWork } from '@/tests/support/artworks';
import { useTestDatabase } from '@/tests/support/database';
import { readWorkForm, saveWork } from './edit-work';
import { shownForm } from './review-draft';

const store = useTestDatabase();

/** As a curator has opened it, with what is typed into it. */
const typed = (work: Artwork, fields: Record<string, string>) => ({ ...shownForm(work).fields, ...fields });
const save = (work: Artwork, fields: Record<string, string>) =>
  saveWork(work.id, readWorkForm(typed(work, fields)));
const changesOf = async (id: string) =>
  (await listChanges(store.db, { subject: { kind: 'artwork', id } }, { offset: 0, limit: 9 })).changes;
const jobsOf = (id: string) =>
  store.db.$queryRaw<object[]>`SELECT key FROM graphile_worker.jobs WHERE key = ${`extract-features:${id}`}`;

test('an edit is one entry of the audit log, with what changed', async () => {
  const work = await addWork(store.db, { title: 'Wave', medium: 'ink' });
  const { artwork } = await save(work, { medium: 'woodblock print', dateText: 'about 1831' });
  expect(artwork).toMatchObject({ medium: 'woodblock print', yearTo: 1831, version: 2, state: 'ready' });
  expect(await changesOf(work.id)).toMatchObject([
    { action: 'update', before: { medium: 'ink', dateText: null }, after: { medium: 'woodblock print' } },
  ]);
  expect(await jobsOf(work.id)).toEqual([]);
});

test('saving without a change is no edit', async () => {
  const work = await addWork(store.db, { title: 'Wave', artist: 'Hokusai; Eijudo' });
  expect((await save(work, {})).artwork.version).toBe(1);
  expect(await changesOf(work.id)).toEqual([]);
});

test('publishing and withdrawing are called so', async () => {
  const work = await addWork(store.db);
  const { artwork } = await save(work, { publication: 'withdrawn' });
  await save(artwork, { publication: 'published' });
  expect((await changesOf(work.id)).map(({ action }) => action)).toEqual(['publish', 'withdraw']);
});

test('a crop makes a work pending, with a job, and leaves no embedding behind in spaces that are not live', async () => {
  const work = await addWork(store.db);
  const space = { kind: 'style', extractor: 'vgg19', descriptor: {}, projectionId: 'none', dimensions: 1 };
  for (const id of ['live', 'prepared']) {
    await store.db.space.create({ data: { ...space, id } });
    await store.db.embedding.create({ data: { artworkId: work.id, spaceId: id, vector: Buffer.alloc(4) } });
  }
  await store.db.liveSpace.create({ data: { kind: 'style', spaceId: 'live' } });
  const crop = { 'crop.x': '10', 'crop.y': '0', 'crop.width': '80', 'crop.height': '50' };
  const { artwork } = await save(work, crop);
  expect(artwork).toMatchObject({ state: 'pending', crop: { x: 0.1, y: 0, width: 0.8, height: 0.5 } });
  expect(await jobsOf(work.id)).toHaveLength(1);
  const left = await store.db.embedding.findMany({ where: { artworkId: work.id } });
  expect(left.map(({ spaceId }) => spaceId)).toEqual(['live']);
});

test('of two curators who change the same field the second is asked, and loses nothing', async () => {
  const work = await addWork(store.db, { title: 'Wave', subject: 'sea' });
  await save(work, { medium: 'ink', subjects: 'sea; boats' });
  const mine = typed(work, { technique: 'wash', subjects: 'sea; Fuji' });
  await expect(saveWork(work.id, readWorkForm(mine))).rejects.toMatchObject({
    kind: 'conflict',
    extensions: { fields: ['subjects'] },
  });
  const now = await findArtwork(store.db, work.id);
  if (now === null) throw new Error('The work is gone.');
  expect(now).toMatchObject({ medium: 'ink', technique: null });
  const shown = shownForm(now, mine);
  expect(shown).toMatchObject({ conflicts: ['subjects'], theirs: ['medium'] });
  expect(shown.fields).toMatchObject({ medium: 'ink', technique: 'wash', subjects: 'sea; Fuji' });
  const { artwork } = await saveWork(work.id, readWorkForm({ ...shown.fields, 'keep.subjects': 'both' }));
  expect(artwork).toMatchObject({ medium: 'ink', technique: 'wash', subjects: ['sea', 'boats', 'Fuji'] });
});

test('edits of different fields at once all count', async () => {
  const work = await addWork(store.db);
  const names = ['medium', 'technique', 'collection', 'placeMade', 'creditLine', 'objectKind'];
  await Promise.all(names.map((name) => save(work, { [name]: `the ${name}` })));
  expect(await findArtwork(store.db, work.id)).toMatchObject({
    version: 1 + names.length,
    ...Object.fromEntries(names.map((name) => [name, `the ${name}`])),
  });
});

test('a deleted work cannot be edited', async () => {
  const work = await addWork(store.db);
  await store.db.artwork.update({ where: { id: work.id }, data: { deletedAt: new Date() } });
  await expect(save(work, { medium: 'ink' })).rejects.toMatchObject({ kind: 'conflict' });
});

test('what cannot be saved is shown as it was typed, with the fields that are at fault', async () => {
  const work = await addWork(store.db);
  const { fields, issues } = shownForm(
    work,
    typed(work, { 'titles.0.text': '', heightCm: 'tall', sourceUrl: 'museum' }),
  );
  expect(fields).toMatchObject({ heightCm: 'tall', sourceUrl: 'museum' });
  expect(issues.map(({ field }) => field)).toEqual(['titles', 'dimensions', 'sourceUrl']);
});

test('a draft is kept until the work is saved', async () => {
  const work = await addWork(store.db);
  const fields = typed(work, { medium: 'ink' });
  await keepDraft(store.db, { id: 'draft-one', artworkId: work.id, fields }, { kind: 'command', id: null });
  expect((await findDraft(store.db, work.id, 'draft-one'))?.fields).toEqual(fields);
  await saveWork(work.id, readWorkForm(fields), 'draft-one');
  expect(await findDraft(store.db, work.id, 'draft-one')).toBeNull();
});
