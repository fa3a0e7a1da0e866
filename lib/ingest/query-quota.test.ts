import { pseudonymOf } from '@/lib/catalog/client-secrets.repository';
import { countQueries, createUploadedQuery, findUploadedQuery } from '@/lib/catalog/queries.repository';
import { imageStore } from '@/lib/images/shared-image-store';
import { readPicture } from '@/lib/images/safe-picture';
import { forgetSingleton } from '@/lib/platform/process-singleton';
import { painted } from '@/tests/bad-input/pictures';
import { useTestDatabase } from '@/tests/support/database';
import { keepQueriesWithinQuota } from './query-quota';

const postgres = useTestDatabase();

/** Keeps a picture of about 1 MB for this client. */
async function keep(client: string, seed: number): Promise<{ id: string; key: string }> {
  const { bytes, ...picture } = await readPicture(
    await painted(400 + seed, 300)
      .png()
      .toBuffer(),
  );
  const image = { ...picture, sizeBytes: 1_000_000 };
  await imageStore().put(image.key, bytes);
  const expiresAt = new Date(Date.now() + 3_600_000);
  const { id } = await createUploadedQuery(postgres.db, { image, client, embeddings: [], expiresAt });
  return { id, key: image.key };
}

const isKept = async ({ id }: { id: string }) => {
  const found = await findUploadedQuery(postgres.db, id);
  return found !== null && found !== 'expired';
};

beforeEach(async () => {
  await postgres.db.uploadedQuery.deleteMany();
  process.env.QUERY_BYTES_MAX = '60000000';
  for (const name of ['settings', 'image-store']) forgetSingleton(name);
});
afterAll(() => delete process.env.QUERY_BYTES_MAX);

test('a client past its share loses its own oldest picture, and nobody else any', async () => {
  const other = await keep('other', 0);
  const own = [];
  for (let seed = 1; seed <= 4; seed++) own.push(await keep('greedy', seed));
  await keepQueriesWithinQuota('greedy');
  expect(await Promise.all([other, ...own].map(isKept))).toEqual([true, false, true, true, true]);
  expect(await findUploadedQuery(postgres.db, own[0]?.id ?? '')).toBe('expired');
  expect(await imageStore().get(own[0]?.key ?? '')).toBeNull();
  expect(await countQueries(postgres.db)).toEqual({ queries: 4, bytes: 4_000_000 });
});

test('past the limit of all, the oldest of all go, whosever they are', async () => {
  const kept = [];
  for (let seed = 0; seed < 13; seed++) kept.push(await keep(`client ${seed}`, seed));
  process.env.QUERY_BYTES_MAX = '10000000';
  forgetSingleton('settings');
  await keepQueriesWithinQuota('client 12');
  const [first, second, third, ...newer] = await Promise.all(kept.map(isKept));
  expect([first, second, third]).toEqual([false, false, false]);
  expect(newer).not.toContain(false);
});

test('a client has one pseudonym for the day, which changes with the secret', async () => {
  const name = await pseudonymOf(postgres.db, '192.0.2.1');
  expect(await pseudonymOf(postgres.db, '192.0.2.1')).toBe(name);
  expect(await pseudonymOf(postgres.db, '192.0.2.2')).not.toBe(name);
  await postgres.db.$executeRaw`UPDATE client_secrets SET day = day - 1`;
  expect(await pseudonymOf(postgres.db, '192.0.2.1')).not.toBe(name);
  expect(await postgres.db.clientSecret.count()).toBe(1);
});
