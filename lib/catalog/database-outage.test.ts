import { Problem } from '@/lib/platform/problem';
import { addWork } from '@/tests/support/artworks';
import { useTestDatabase } from '@/tests/support/database';
import { type TcpProxy, openTcpProxy } from '@/tests/support/tcp-proxy';
import { countArtworks } from './artworks.repository';
import { connect, type Database, inTransaction } from './database';

const postgres = useTestDatabase();
let proxy: TcpProxy;
let db: Database;

beforeAll(async () => {
  proxy = await openTcpProxy(postgres.url);
  const behindProxy = new URL(postgres.url);
  behindProxy.port = String(proxy.port);
  db = connect(behindProxy.href);
});
afterAll(async () => {
  await db.$disconnect();
  await proxy.close();
});

const caughtFrom = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'nothing was thrown',
    (error: unknown) => error,
  );

const questions: [string, () => Promise<unknown>][] = [
  ['a model', async () => db.artwork.count()],
  ['raw SQL', async () => db.$queryRaw`SELECT 1`],
  ['a raw command', async () => db.$executeRaw`SELECT 1`],
  ['a transaction', () => inTransaction(db, (transaction) => countArtworks(transaction))],
  ['an empty transaction', () => db.$transaction(async () => 'done')],
  ['several queries in one transaction', () => db.$transaction([db.artwork.count(), db.embedding.count()])],
];

test.each(questions)('%s is answered while Postgres is there', async (_, ask) => {
  await expect(ask()).resolves.toBeDefined();
});

test('an outage in the middle of a transaction is recognised, and nothing of it is kept', async () => {
  const error = await caughtFrom(
    inTransaction(db, async (transaction) => {
      await addWork(transaction, { title: 'Half done' });
      await proxy.close();
      await countArtworks(transaction);
    }),
  );
  expect(error).toMatchObject({ kind: 'unavailable' });
  await proxy.reopen();
  expect(await postgres.db.artwork.count()).toBe(0);
});

describe('while Postgres is away', () => {
  beforeAll(() => proxy.close());
  afterAll(() => proxy.reopen());

  test.each(questions)(
    '%s throws that the collection is unavailable, and keeps the cause',
    async (_, ask) => {
      const error = await caughtFrom(ask());
      expect(error).toBeInstanceOf(Problem);
      expect(error).toMatchObject({
        kind: 'unavailable',
        extensions: { unavailable: 'collection', retryAfterSeconds: 5 },
        cause: expect.anything(),
      });
    },
  );
});

test('an error of the query itself is left as it is', async () => {
  await db.maker.create({ data: { id: 'm1', name: 'Hokusai' } });
  const error = await caughtFrom(db.maker.create({ data: { id: 'm1', name: 'Hokusai' } }));
  expect(error).toMatchObject({ code: 'P2002' });
  expect(error).not.toBeInstanceOf(Problem);
});
