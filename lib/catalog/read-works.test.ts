import { addFindableWork, makeLive } from '@/tests/contract/collection';
import { useTestDatabase } from '@/tests/support/database';
import { type DatabaseClient } from './database';
import { readWorks } from './read-works';

const postgres = useTestDatabase();

beforeEach(() => makeLive(postgres.db));

/** A database in which, the first so many times, a work loses its picture after its own row was read. */
function losingPictures(id: string, times: number): DatabaseClient {
  const { artwork } = postgres.db;
  let left = times;
  const findMany = async (query: Parameters<typeof artwork.findMany>[0]) => {
    const rows = await artwork.findMany(query);
    return left-- > 0 ? rows.map((row) => (row.id === id ? { ...row, image: null } : row)) : rows;
  };
  return { artwork: { findMany } } as unknown as DatabaseClient;
}

test('works are read again if one has changed while they were read, and left out if it changes each time', async () => {
  const [one, other] = [await addFindableWork(postgres.db, {}), await addFindableWork(postgres.db, {})];
  const all = { id: { in: [one.id, other.id] } };
  const idsBy = async (db: DatabaseClient) => (await readWorks(db, all)).map(({ id }) => id).sort();
  expect(await idsBy(postgres.db)).toEqual([one.id, other.id].sort());
  expect(await idsBy(losingPictures(one.id, 1))).toEqual([one.id, other.id].sort());
  expect(await idsBy(losingPictures(one.id, 100))).toEqual([other.id]);
});
