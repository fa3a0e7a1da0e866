import { type Client, escapeIdentifier } from 'pg';
import { readMigrations } from '@/lib/catalog/migrate';
import { inDependencyOrder, type Reference } from './dependency-order';
import { type BackupHeader, type BackupTable } from './header';
import { leftOutTables } from './left-out';

interface ForeignKey extends Reference {
  readonly columns: readonly string[];
  readonly referred: readonly string[];
}

/** Pictures are kept for works, queries and whatever comes; a backup has only those that its other rows refer to. */
const onlyIfReferredTo = 'images';

/** Names of the tables that Gafu's migrations make; whatever else is in the database is not ours. */
export function tablesOfMigrations(): Set<string> {
  const made = /(?:CREATE (?:UNLOGGED )?TABLE (?:IF NOT EXISTS )?|RENAME TO )"?(\w+)"?/gi;
  const names = readMigrations().flatMap(({ sql }) =>
    [...sql.matchAll(made)].flatMap(([, name]) => name ?? []),
  );
  return new Set([...names, '_prisma_migrations']);
}

/** All tables of the database, ours or not. */
export async function tablesInDatabase(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class
     WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
     ORDER BY relname`,
  );
  return rows.map(({ name }) => name);
}

/** The tables of a backup, in the order in which they can be filled, as they are in the client's snapshot. */
export async function tablesToBackUp(client: Client): Promise<BackupTable[]> {
  const ours = tablesOfMigrations();
  const names = (await tablesInDatabase(client)).filter((name) => ours.has(name) && !(name in leftOutTables));
  const ordered = inDependencyOrder(names, await foreignKeys(client));
  const tables: BackupTable[] = [];
  for (const name of ordered) {
    const { rows } = await client.query<{ rows: number }>(
      `SELECT count(*)::float8 AS rows FROM ${escapeIdentifier(name)} ${await rowsToBackUp(client, name)}`,
    );
    tables.push({ name, columns: await columnsOf(client, name), rows: rows[0]?.rows ?? 0 });
  }
  return tables;
}

/** The condition by which rows of a table are in a backup; empty for all rows. */
export async function rowsToBackUp(client: Client, table: string): Promise<string> {
  if (table !== onlyIfReferredTo) return '';
  const keys = (await foreignKeys(client)).filter(({ from, to }) => to === table && !(from in leftOutTables));
  const column = (of: string, name: string) => `${escapeIdentifier(of)}.${escapeIdentifier(name)}`;
  const referred = keys.map(({ from, columns, referred: targets }) => {
    const equal = columns.map((name, i) => `${column(from, name)} = ${column(table, targets[i] ?? '')}`);
    return `EXISTS (SELECT FROM ${escapeIdentifier(from)} WHERE ${equal.join(' AND ')})`;
  });
  return `WHERE (${referred.join(' OR ')})`;
}

/** Those that are stored as they are; generated ones are computed again. */
async function columnsOf(client: Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute
     WHERE attrelid = format('%I', $1::text)::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
     ORDER BY attnum`,
    [table],
  );
  return rows.map(({ name }) => name);
}

async function foreignKeys(client: Client): Promise<ForeignKey[]> {
  const names = (of: string, keys: string) =>
    `(SELECT array_agg(attname::text ORDER BY place) FROM unnest(${keys}) WITH ORDINALITY AS key (number, place)
      JOIN pg_attribute ON attrelid = ${of} AND attnum = number)`;
  const { rows } = await client.query<ForeignKey>(
    `SELECT own.relname AS "from", other.relname AS "to",
       ${names('conrelid', 'conkey')} AS columns, ${names('confrelid', 'confkey')} AS referred
     FROM pg_constraint JOIN pg_class own ON own.oid = conrelid JOIN pg_class other ON other.oid = confrelid
     WHERE contype = 'f' AND connamespace = current_schema()::regnamespace`,
  );
  return rows;
}

/**
 * Where the sequences stand, but for those of tables that are left out. A sequence is not part of the snapshot; read
 * after it was taken, it is past every number in it.
 */
export async function sequencesToBackUp(client: Client): Promise<BackupHeader['sequences']> {
  const { rows } = await client.query<{ name: string; owner: string | null }>(
    `SELECT sequence.relname AS name, owner.relname AS owner FROM pg_class sequence
     LEFT JOIN pg_depend ON pg_depend.objid = sequence.oid AND pg_depend.classid = 'pg_class'::regclass
       AND pg_depend.refclassid = 'pg_class'::regclass AND pg_depend.deptype IN ('a', 'i')
     LEFT JOIN pg_class owner ON owner.oid = pg_depend.refobjid
     WHERE sequence.relkind = 'S' AND sequence.relnamespace = current_schema()::regnamespace ORDER BY 1`,
  );
  const ours = tablesOfMigrations();
  const kept = rows.filter(({ owner }) => owner === null || (ours.has(owner) && !(owner in leftOutTables)));
  const sequences: BackupHeader['sequences'] = [];
  for (const { name } of kept) {
    const { rows: states } = await client.query<{ value: string; isCalled: boolean }>(
      `SELECT last_value::text AS value, is_called AS "isCalled" FROM ${escapeIdentifier(name)}`,
    );
    const [state] = states;
    if (state !== undefined) sequences.push({ name, ...state });
  }
  return sequences;
}
