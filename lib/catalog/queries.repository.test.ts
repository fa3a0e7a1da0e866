import { addWork, someImage, someSpace } from '@/tests/support/artworks';
import { useTestDatabase } from '@/tests/support/database';
import {
  createUploadedQuery,
  deleteExpiredQueries,
  findQueryEmbeddings,
  findUploadedQuery,
} from './queries.repository';
import { registerSpace } from './spaces.repository';

const store = useTestDatabase();
const space = someSpace('style', 'a', 3);
const tomorrow = new Date(Date.now() + 86_400_000);
const dayAfter = new Date(Date.now() + 2 * 86_400_000);

beforeAll(() => registerSpace(store.db, space));

function upload(seed: string, expiresAt = tomorrow) {
  const embeddings = [{ spaceId: space.id, vector: Float32Array.from([1, 2, 3]) }];
  return createUploadedQuery(store.db, { image: someImage(seed), embeddings, expiresAt });
}

test('an uploaded query has an id that cannot be guessed, and is found by it', async () => {
  const query = await upload('a');
  expect(query.id).toMatch(/^q_[0-9A-Za-z]{22}$/);
  expect(await findUploadedQuery(store.db, query.id)).toEqual(query);
  expect(await findQueryEmbeddings(store.db, [query.id], [space.id])).toEqual([
    { pictureId: query.id, spaceId: space.id, vector: Float32Array.from([1, 2, 3]) },
  ]);
  expect(await findUploadedQuery(store.db, 'q_0000000000000000000000')).toBeNull();
});

test('the same picture may be uploaded many times at once', async () => {
  const queries = await Promise.all(Array.from({ length: 6 }, () => upload('same')));
  expect(new Set(queries.map(({ id }) => id)).size).toBe(6);
});

test('it is expired from its moment on, before and after it is deleted', async () => {
  const query = await upload('b');
  expect(await findUploadedQuery(store.db, query.id, dayAfter)).toBe('expired');
  expect(await deleteExpiredQueries(store.db, dayAfter)).toContain(query.image?.key);
  expect(await findUploadedQuery(store.db, query.id)).toBe('expired');
  expect(await findQueryEmbeddings(store.db, [query.id], [space.id])).toEqual([]);
});

test('one that was read on a device needs no image, and is told from the others', async () => {
  const embeddings = [{ spaceId: space.id, vector: Float32Array.from([1, 2, 3]) }];
  const read = { image: null, embeddings, expiresAt: tomorrow };
  const query = await createUploadedQuery(store.db, { ...read, readOnDevice: true });
  expect(await findUploadedQuery(store.db, query.id)).toMatchObject({ image: null, readOnDevice: true });
  expect((await upload('not there')).readOnDevice).toBe(false);
  // One without an image that no device is said to hold would be a loss that nobody notices.
  await expect(createUploadedQuery(store.db, read)).rejects.toThrow();
  await deleteExpiredQueries(store.db, dayAfter);
  expect(await findUploadedQuery(store.db, query.id)).toBe('expired');
});

test('a picture that a work or a younger query still needs is kept', async () => {
  const work = await addWork(store.db);
  await createUploadedQuery(store.db, { image: work.image, embeddings: [], expiresAt: tomorrow });
  await upload('shared', tomorrow);
  await upload('shared', new Date(Date.now() + 9 * 86_400_000));
  expect(await deleteExpiredQueries(store.db, dayAfter)).toEqual([]);
});
