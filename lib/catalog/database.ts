import { PrismaPg } from '@prisma/adapter-pg';
import { forgetSingleton, hasSingleton, processSingleton } from '@/lib/platform/process-singleton';
import { log } from '@/lib/platform/log';
import { type Problem } from '@/lib/platform/problem';
import { settings } from '@/lib/platform/settings';
import { asDatabaseProblem, collectionUnavailable, isDatabaseOutage } from './database-outage';
import { migrate } from './migrate';
import { openEmbeddedPostgres, type EmbeddedPostgres } from './postgres/embedded';
import { PrismaClient, type Prisma } from './prisma/client';

export type Database = PrismaClient;
/** What repositories take: the database, or the client of a transaction on it. */
export type DatabaseClient = Prisma.TransactionClient;

interface OpenDatabase {
  readonly url: string;
  readonly client: Database;
  readonly embedded: EmbeddedPostgres | null;
}

const singleton = 'database';

/**
 * This process's database, at the last migration: DATABASE_URL, else the embedded Postgres on the data folder.
 * @throws Problem `unavailable` when it cannot be used; which and why is its cause
 */
export async function database(): Promise<Database> {
  return (await opened()).client;
}

/** Its address, for what speaks to Postgres without Prisma. */
export async function databaseUrl(): Promise<string> {
  return (await opened()).url;
}

/** The embedded Postgres, where that is what this process uses. */
export async function embeddedPostgres(): Promise<EmbeddedPostgres | null> {
  return (await opened()).embedded;
}

/** Ends the connections; the embedded Postgres is stopped when nobody else uses it. May be opened again. */
export async function closeDatabase(): Promise<void> {
  if (!hasSingleton(singleton)) return;
  const opening = opened();
  forgetSingleton(singleton);
  const { client, embedded } = await opening;
  await client.$disconnect();
  await embedded?.close();
}

/** Runs `work` in a transaction: in the caller's own when `db` is one already. */
export function inTransaction<T>(
  db: DatabaseClient,
  work: (transaction: DatabaseClient) => Promise<T>,
): Promise<T> {
  return '$transaction' in db ? (db as Database).$transaction(work) : work(db);
}

/**
 * A Prisma client on a database that has been migrated; the caller disconnects it. An outage is recognised here, where
 * its error enters: every query and transaction throws Problem `unavailable` for it.
 */
export function connect(url: string): Database {
  const onError = (error: Error) =>
    log.warn({ reason: error.message }, 'An idle connection to Postgres was lost');
  const adapter = new PrismaPg({ connectionString: url, max: 10 }, { onPoolError: onError });
  // Prisma's own limits, 2 s and 5 s, fail good work on a machine that is busy with a network.
  const client = new PrismaClient({ adapter, transactionOptions: { maxWait: 20_000, timeout: 60_000 } });
  return recognisingOutages(client);
}

/**
 * Queries are wrapped by a Prisma extension, which keeps them lazy and part of their transaction; `$transaction` by a
 * proxy, because to begin or to commit one can fail too and no extension sees that.
 */
function recognisingOutages(client: PrismaClient): Database {
  const rethrow = (error: unknown) => {
    throw asDatabaseProblem(error);
  };
  const extended = client.$extends({
    name: 'recognise outages',
    query: { $allOperations: ({ args, query }) => query(args).catch(rethrow) },
  }) as unknown as Database;
  return new Proxy(extended, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (name !== '$transaction' && name !== '$connect') return value;
      return (...args: unknown[]) =>
        (value as (...args: unknown[]) => Promise<unknown>).apply(target, args).catch(rethrow);
    },
  });
}

function opened(): Promise<OpenDatabase> {
  return processSingleton(singleton, async () => {
    try {
      return await open();
    } catch (error) {
      forgetSingleton(singleton);
      throw error;
    }
  });
}

async function open(): Promise<OpenDatabase> {
  const { databaseUrl: external, dataDir } = settings();
  const embedded = external === null ? await openEmbeddedPostgres(dataDir) : null;
  const url = embedded?.url ?? external ?? '';
  try {
    const applied = await migrate(url).catch((error: unknown) => {
      throw unreachable(error, url) ?? error;
    });
    if (applied.length > 0) log.info({ migrations: applied }, 'The database was brought up to date');
    return { url, client: connect(url), embedded };
  } catch (error) {
    await embedded?.close();
    throw error;
  }
}

/** What a person can fix: the address, the name and password, the rights. Null for any other error. */
function unreachable(error: unknown, url: string): Problem | null {
  if (!isDatabaseOutage(error)) return null;
  const { code = '', message } = error as { code?: string; message?: string };
  const { host, pathname } = new URL(url);
  const reason = message !== undefined && message !== '' ? message : code;
  return collectionUnavailable(
    new Error(`The database ${pathname.slice(1)} on ${host} cannot be used: ${reason}. See DATABASE_URL.`),
  );
}
