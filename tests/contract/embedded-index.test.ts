import { connect } from '@/lib/catalog/database';
import { embeddedIndex } from '@/lib/search/embedded/embedded-index';
import { useTestDatabase } from '../support/database';
import { addFindableWork, makeLive } from './collection';
import { describeSearchIndex } from './search-index';

const postgres = useTestDatabase();

const empty = () =>
  postgres.db.$executeRawUnsafe('TRUNCATE artworks, images, spaces, removed_artworks CASCADE');

describeSearchIndex('embedded', async () => {
  await empty();
  const otherDb = connect(postgres.url);
  const index = embeddedIndex(postgres.db);
  return {
    index,
    db: postgres.db,
    otherDb,
    settle: () => Promise.resolve(),
    close: async () => {
      await index.close();
      await otherDb.$disconnect();
    },
  };
});

test('an unchanged collection costs one statement, and a change is read', async () => {
  await empty();
  await makeLive(postgres.db);
  await addFindableWork(postgres.db, {});
  let statements = 0;
  const counted = new Proxy(postgres.db, {
    get(db, name) {
      if (name === '$queryRaw' || name === 'liveSpace') statements += 1;
      const value: unknown = Reflect.get(db, name);
      return typeof value === 'function' ? (value.bind(db) as unknown) : value;
    },
  });
  const index = embeddedIndex(counted);
  expect(await index.count()).toBe(1);
  // Changes are read again while any transaction is open on the server, which other suites use too.
  do {
    statements = 0;
    expect(await index.count()).toBe(1);
  } while (statements > 1);
  expect(statements).toBe(1);
  await addFindableWork(postgres.db, {});
  expect(await index.count()).toBe(2);
  await index.close();
});
