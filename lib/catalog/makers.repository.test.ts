import { unknownMaker } from '@/lib/ingest/detail-lists';
import { addWork, someDetails } from '@/tests/support/artworks';
import { useTestDatabase } from '@/tests/support/database';
import { findArtwork, listArtworks, updateArtwork } from './artworks.repository';
import { countFacets } from './facets.repository';
import { type MakerCredit } from './maker';

const store = useTestDatabase();
beforeEach(() => store.db.$executeRawUnsafe('TRUNCATE artworks, makers CASCADE'));

const credit = (name: string, more: Partial<MakerCredit> = {}): MakerCredit => ({
  ...unknownMaker,
  name,
  ...more,
});
const titles = [{ text: 'Untitled', language: null }];
const add = (...makers: MakerCredit[]) => addWork(store.db, { titles, makers });

test('works by one name share one record, also when they are added at once', async () => {
  await Promise.all(Array.from({ length: 6 }, () => add(credit('Hokusai'))));
  expect(await store.db.maker.count()).toBe(1);
});

test('an identifier finds a maker under another name, which is kept', async () => {
  await add(credit('Hokusai', { ulanId: '500060426' }));
  const again = await add(credit('葛飾北斎', { ulanId: '500060426', birthYear: 1760 }));
  expect(again.makers).toMatchObject([{ name: 'Hokusai', otherNames: ['葛飾北斎'], birthYear: 1760 }]);
  const found = await listArtworks(store.db, {
    filter: { text: '北斎' },
    sort: 'title',
    offset: 0,
    limit: 9,
  });
  expect(found.total).toBe(2);
});

test('people of one name are told apart by identifier or year of birth', async () => {
  await add(credit('Jan Brueghel', { birthYear: 1568 }));
  await add(credit('Jan Brueghel', { birthYear: 1601 }));
  expect(await store.db.maker.count()).toBe(2);
  // Who is only named is the first of them.
  expect((await add(credit('Jan Brueghel'))).makers[0]?.birthYear).toBe(1568);
});

test('the facet has those to whom a work is given, and text search everybody', async () => {
  await add(credit('Rembrandt', { qualifier: 'workshop-of' }), credit('Ada', { qualifier: 'attributed-to' }));
  expect((await countFacets(store.db, {})).artist).toEqual([{ value: 'Ada', count: 1 }]);
  for (const text of ['rembrandt', 'ada'])
    expect(
      (await listArtworks(store.db, { filter: { text }, sort: 'title', offset: 0, limit: 9 })).total,
    ).toBe(1);
});

test('a maker’s new name is found at once, for every work', async () => {
  const { id } = await add(credit('Hokusia'));
  await store.db.maker.updateMany({ data: { name: 'Hokusai' } });
  expect((await findArtwork(store.db, id))?.artist).toBe('Hokusai');
  expect((await countFacets(store.db, {})).artist).toEqual([{ value: 'Hokusai', count: 1 }]);
});

test('makers keep their order, roles and qualifiers, and change with the work', async () => {
  const makers = [credit('Hokusai', { role: 'designer' }), credit('Eijudo', { role: 'publisher' })];
  const { id, makers: stored } = await add(...makers);
  expect(stored).toEqual(makers);
  const changed = await updateArtwork(
    store.db,
    id,
    someDetails({ titles, makers: [credit('Eijudo', { qualifier: 'after' })] }),
  );
  expect(changed.makers).toMatchObject([{ name: 'Eijudo', role: null, qualifier: 'after' }]);
  expect([changed.artist, changed.version]).toEqual([null, 2]);
});
