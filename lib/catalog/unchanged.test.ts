import { addWork } from '@/tests/support/artworks';
import { useTestDatabase } from '@/tests/support/database';
import { deleteArtwork } from './artworks.repository';
import { connect } from './database';
import { countFacets } from './facets.repository';
import { whileUnchanged } from './unchanged';

const store = useTestDatabase();

test('a result is kept until any process changes a work', async () => {
  const other = connect(store.url);
  try {
    await addWork(store.db, { artist: 'Ada' });
    let found = 0;
    const ask = () => whileUnchanged(store.db, 'asked', () => Promise.resolve(++found));
    expect([await ask(), await ask(), await ask()]).toEqual([1, 1, 1]);
    const { id } = await addWork(other, { artist: 'Bea' });
    expect([await ask(), await ask()]).toEqual([2, 2]);
    await deleteArtwork(other, id);
    expect([await ask(), await ask()]).toEqual([3, 3]);
  } finally {
    await other.$disconnect();
  }
});

test('a change that was not committed yet is not missed', async () => {
  const count = async () => (await countFacets(store.db, {})).artist.reduce((sum, one) => sum + one.count, 0);
  const before = await count();
  await store.db.$transaction(async (open) => {
    await addWork(open, { artist: 'Cy' });
    // A later transaction commits first.
    await addWork(store.db, { artist: 'Dee' });
    expect(await count()).toBe(before + 1);
    expect(await count()).toBe(before + 1);
  });
  expect(await count()).toBe(before + 2);
});

test('a failure is not kept', async () => {
  await expect(whileUnchanged(store.db, 'failing', () => Promise.reject(new Error('away')))).rejects.toThrow(
    'away',
  );
  expect(await whileUnchanged(store.db, 'failing', () => Promise.resolve('back'))).toBe('back');
});

test('works left out are subtracted, and the order stays', async () => {
  const works = [];
  for (const artist of ['Eva', 'Eva', 'Fay', 'Fay', 'Gil'])
    works.push(await addWork(store.db, { artist, movement: 'm' }));
  const of = { facets: { movement: ['m'] } };
  expect((await countFacets(store.db, of)).artist.map(({ value }) => value)).toEqual(['Eva', 'Fay', 'Gil']);
  const exceptIds = [works[0]?.id ?? '', works[4]?.id ?? '', 'unknown'];
  expect((await countFacets(store.db, of, { exceptIds })).artist).toEqual([
    { value: 'Fay', count: 2 },
    { value: 'Eva', count: 1 },
  ]);
});
