import { addWork } from '@/tests/support/artworks';
import { useTestDatabase } from '@/tests/support/database';
import { inRequest, someRequest } from '@/tests/support/some-request';
import { deleteArtwork } from './artworks.repository';
import { connect } from './database';
import { countFacets } from './facets.repository';
import { catalogueMark, currentMark, giveMark, isMarkKnown, whileUnchanged } from './unchanged';

const store = useTestDatabase();

test('a result is kept until any process changes a work', async () => {
  const other = connect(store.url);
  try {
    await addWork(store.db, { artist: 'Ada' });
    let found = 0;
    const ask = () => whileUnchanged(store.db, 'asked', () => Promise.resolve(++found));
    // Nothing is kept while a transaction is open on the server, which other suites use too.
    const kept = async () => {
      for (let last = await ask(); ; last = found) if ((await ask()) === last) return last;
    };
    const first = await kept();
    const { id } = await addWork(other, { artist: 'Bea' });
    const second = await kept();
    expect(second).toBeGreaterThan(first);
    await deleteArtwork(other, id);
    expect(await kept()).toBeGreaterThan(second);
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

describe('within a request', () => {
  const lastBeforeAndAfter = async () => {
    const before = await currentMark(store.db);
    await addWork(store.db);
    return [before.last, (await currentMark(store.db)).last] as const;
  };

  test('that only reads, all see the catalogue in one state', async () => {
    const [before, after] = await inRequest(lastBeforeAndAfter);
    expect(after).toBe(before);
    // The next request sees what has come since.
    expect((await inRequest(() => currentMark(store.db))).last).toBeGreaterThan(before);
  });

  test('that may change works, a change is seen', async () => {
    const [before, after] = await inRequest(lastBeforeAndAfter, someRequest({ method: 'POST' }));
    expect(after).toBeGreaterThan(before);
  });

  test('what the server has read for it is not read again', async () => {
    const mark = await catalogueMark(store.db);
    await addWork(store.db);
    await inRequest(async () => {
      expect(isMarkKnown()).toBe(false);
      giveMark(mark);
      expect(isMarkKnown()).toBe(true);
      expect(await currentMark(store.db)).toBe(mark);
    });
    expect(isMarkKnown()).toBe(false);
  });
});
