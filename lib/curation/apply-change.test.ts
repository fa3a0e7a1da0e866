import { countFacets } from '@/lib/catalog/facets.repository';
import { findArtwork, listArtworks, updateArtwork } from '@/lib/catalog/artworks.repository';
import { listChanges } from '@/lib/catalog/changes.repository';
import { countCurated } from '@/lib/catalog/curated-works.repository';
import { missingFields, missingFieldsOf } from '@/lib/catalog/missing-fields';
import { findPublicArtwork } from '@/lib/catalog/public-artwork.repository';
import { emptyBin } from '@/lib/ingest/jobs/empty-bin';
import { addWork, someDetails } from '@/tests/support/artworks';
import { useTestDatabase } from '@/tests/support/database';
import { applyChange } from './apply-change';
import { previewChange } from './preview-change';
import { digestOf, findSelected } from './selection';
import { parseWorksChange } from './works-change';
import { parseWorksQuery, shownBy, type WorksPlace } from './works-query';

const store = useTestDatabase();
beforeEach(() => store.db.$executeRawUnsafe('TRUNCATE artworks, makers, changes, images CASCADE'));

const preview = async (address: string) => {
  const change = parseWorksChange(new URLSearchParams(address));
  const works = await findSelected(store.db, change.selection);
  return { change, seen: digestOf(works), ...(await previewChange(store.db, works, change)) };
};
const apply = async (address: string) => {
  const { change, seen } = await preview(address);
  return await applyChange(store.db, change, seen);
};
const titles = async (address: string, place: WorksPlace = 'collection') => {
  const { filter, sort, ...query } = parseWorksQuery(new URLSearchParams(address), place);
  const shown = shownBy({ filter, sort, ...query });
  const { artworks } = await listArtworks(store.db, { filter, sort, offset: 0, limit: 99, shown });
  return artworks.map(({ title }) => title).sort();
};
const history = async (id: string) => {
  const filter = { subject: { kind: 'artwork', id } as const };
  return (await listChanges(store.db, filter, { offset: 0, limit: 9 })).changes;
};

describe('editing many works', () => {
  test('changes those that a preview named, and writes down what was before', async () => {
    const sea = await addWork(store.db, { title: 'Sea', subject: 'Sea' });
    const both = await addWork(store.db, { title: 'Both', subject: 'Sea; Sky' });
    await addWork(store.db, { title: 'Other', subject: 'Cat' });
    const address = 'do=edit&edit=subjects.add&value=Sky&all=1&subject=Sea';
    const shown = await preview(address);
    expect(shown).toMatchObject({ selected: 2, changed: 1, unchanged: 1, refused: 0 });
    expect(shown.examples).toMatchObject([{ artwork: { id: sea.id }, after: { subjects: ['Sea', 'Sky'] } }]);
    expect((await findArtwork(store.db, sea.id))?.subjects).toEqual(['Sea']);

    expect(await apply(address)).toBe(1);
    expect(await findArtwork(store.db, sea.id)).toMatchObject({ subjects: ['Sea', 'Sky'], version: 2 });
    expect(await findArtwork(store.db, both.id)).toMatchObject({ version: 1 });
    expect((await countFacets(store.db, {})).subject).toContainEqual({ value: 'Sky', count: 2 });
    expect(await history(sea.id)).toMatchObject([
      { action: 'update', before: { subjects: ['Sea'] }, after: { subjects: ['Sea', 'Sky'] } },
    ]);
  });

  test.each([
    ['edit=makers.set&value=Hokusai', { artist: 'Hokusai' }],
    ['edit=dateText.set&value=1830–32', { dateText: '1830–32', year: 1830, yearFrom: 1830, yearTo: 1832 }],
    ['edit=movements.set&value=Ukiyo-e', { movements: ['Ukiyo-e'] }],
    ['edit=genres.set&value=landscape', { genres: ['landscape'] }],
    ['edit=medium.set&value=ink', { medium: 'ink' }],
    ['edit=technique.set&value=woodcut', { technique: 'woodcut' }],
    ['edit=dimensionsText.set&value=oban', { dimensionsText: 'oban' }],
    ['edit=objectKind.set&value=print', { objectKind: 'print' }],
    ['edit=placeMade.set&value=Edo', { placeMade: 'Edo' }],
    ['edit=collection.set&value=Museum', { collection: 'Museum' }],
    ['edit=creditLine.set&value=Gift', { creditLine: 'Gift' }],
    ['edit=rights.clear', { rights: null, rightsUrl: null }],
    ['edit=sourceUrl.set&value=https://example.org/', { sourceUrl: 'https://example.org/' }],
    ['edit=descriptions.clear', { descriptions: [] }],
    ['edit=altTexts.clear', { altTexts: [] }],
  ])('%s', async (edit, expected) => {
    const { id } = await addWork(store.db, {
      rights: 'CC0 1.0',
      description: 'Long',
      altTexts: [{ text: 'A wave', language: 'en' }],
    });
    expect(await apply(`do=edit&${edit}&work=${id}`)).toBe(1);
    expect(await findArtwork(store.db, id)).toMatchObject({ ...expected, version: 2 });
    expect(await history(id)).toHaveLength(1);
  });

  test('writes nothing if a work was changed, added or deleted since the preview', async () => {
    const [a, b] = [await addWork(store.db, { title: 'A' }), await addWork(store.db, { title: 'B' })];
    const address = 'do=edit&edit=medium.set&value=oil&all=1';
    const between: (() => Promise<unknown>)[] = [
      () => updateArtwork(store.db, b.id, someDetails({ title: 'B, by another curator' })),
      () => addWork(store.db, { title: 'C' }),
      () => apply(`do=delete&work=${a.id}`),
    ];
    for (const meanwhile of between) {
      const { change, seen } = await preview(address);
      await meanwhile();
      await expect(applyChange(store.db, change, seen)).rejects.toMatchObject({ kind: 'conflict' });
    }
    expect((await countFacets(store.db, {})).medium).toEqual([]);
  });

  test('writes nothing if one of the works refuses the edit', async () => {
    const movements = Array.from({ length: 20 }, (_, i) => `Movement ${i}`);
    await addWork(store.db, { title: 'Full', movements });
    await addWork(store.db, { title: 'Empty' });
    const address = 'do=edit&edit=movements.add&value=More&all=1';
    expect(await preview(address)).toMatchObject({ changed: 1, refused: 1 });
    await expect(apply(address)).rejects.toThrow(/"Full".*at most 20 values/);
    expect((await countFacets(store.db, {})).movement).not.toContainEqual({ value: 'More', count: 1 });
  });
});

describe('publishing and withdrawing', () => {
  test('decides what visitors see, and counts only what was not so before', async () => {
    const { id } = await addWork(store.db, { title: 'Wave' });
    await addWork(store.db, { title: 'Sea' });
    expect(await apply(`do=withdraw&work=${id}`)).toBe(1);
    await expect(findPublicArtwork(store.db, id)).rejects.toMatchObject({ kind: 'gone' });
    expect(await preview('do=withdraw&all=1')).toMatchObject({ changed: 1, unchanged: 1 });
    expect(await apply('do=make-draft&all=1')).toBe(2);
    expect(await findPublicArtwork(store.db, id)).toBeNull();
    expect(await titles('publication=draft')).toEqual(['Sea', 'Wave']);
    expect(await apply(`do=publish&work=${id}`)).toBe(1);
    expect(await findPublicArtwork(store.db, id)).toMatchObject({ title: 'Wave', version: 4 });
    expect((await history(id)).map(({ action, before }) => [action, before])).toEqual([
      ['publish', { publication: 'draft' }],
      ['make-draft', { publication: 'withdrawn' }],
      ['withdraw', { publication: 'published' }],
    ]);
  });
});

describe('the bin', () => {
  test('holds deleted works, which come back as they were', async () => {
    const { id } = await addWork(store.db, { title: 'Wave' });
    await apply(`do=withdraw&work=${id}`);
    expect(await apply(`do=delete&work=${id}`)).toBe(1);
    expect([await titles(''), await titles('', 'bin')]).toEqual([[], ['Wave']]);
    // What is in the bin is not edited or deleted once more.
    expect((await preview(`do=delete&work=${id}`)).selected).toBe(0);
    expect(await apply(`do=restore&in=bin&work=${id}`)).toBe(1);
    expect(await findArtwork(store.db, id)).toMatchObject({ deletedAt: null, publication: 'withdrawn' });
    expect((await history(id)).map(({ action }) => action)).toEqual(['restore', 'delete', 'withdraw']);
  });

  test('is emptied of what was deleted more than 30 days ago, with the pictures', async () => {
    const works = [await addWork(store.db, { title: 'Old' }), await addWork(store.db, { title: 'New' })];
    await apply('do=delete&all=1');
    const day = 24 * 60 * 60 * 1000;
    const [old] = works;
    await store.db.artwork.updateMany({
      where: { id: old?.id },
      data: { deletedAt: new Date(Date.now() - 30 * day - 1000) },
    });
    expect(await emptyBin()).toEqual({ status: 'success' });
    expect(await titles('', 'bin')).toEqual(['New']);
    expect(await store.db.image.count()).toBe(1);
    expect((await history(old?.id ?? ''))[0]).toMatchObject({ action: 'delete-for-good', after: null });
    expect(await emptyBin()).toMatchObject({ status: 'skipped' });
  });

  test('is emptied at once on request', async () => {
    const { id } = await addWork(store.db);
    await apply(`do=delete&work=${id}`);
    expect(await apply(`do=delete-for-good&in=bin&work=${id}`)).toBe(1);
    expect(await findArtwork(store.db, id)).toBeNull();
    expect(await store.db.image.count()).toBe(0);
  });
});

test('works are found by what they lack, and the list says the same as the work', async () => {
  const bare = await addWork(store.db, { title: 'Bare' });
  await addWork(store.db, {
    title: 'Full',
    artist: 'Hokusai',
    dateText: '1831',
    medium: 'ink',
    dimensionsText: 'oban',
    movement: 'Ukiyo-e',
    genres: ['landscape'],
    subject: 'Sea',
    objectKind: 'print',
    collection: 'Museum',
    rights: 'CC0 1.0',
    sourceUrl: 'https://example.org/',
    description: 'Long',
    altTexts: [{ text: 'A wave', language: null }],
  });
  expect(missingFieldsOf(bare)).toEqual(missingFields);
  for (const field of missingFields)
    expect([field, await titles(`missing=${field}`)]).toEqual([field, ['Bare']]);
  const query = parseWorksQuery(new URLSearchParams('missing=date'), 'collection');
  const counts = await countCurated(store.db, query.filter, shownBy(query));
  expect(counts.missing.artist).toBe(1);
  expect(counts.publications).toEqual({ draft: 0, published: 1, withdrawn: 0 });
  expect(counts.states).toEqual({ pending: 0, ready: 1, failed: 0 });
});
