import { stat } from 'node:fs/promises';
import { Client } from 'pg';
import { wholeCollection } from '@/lib/catalog/change';
import { recordChange } from '@/lib/catalog/changes.repository';
import { database, databaseUrl } from '@/lib/catalog/database';
import { imageStore } from '@/lib/images/shared-image-store';
import { log } from '@/lib/platform/log';
import { Problem } from '@/lib/platform/problem';
import { bytesOf, eachMember, verifyArchive } from './archive-reader';
import { TableWriter } from './copy-tables';
import { type BackupHeader, pictureOfMember, tableOfMember } from './header';
import { checkMigrations, migrateOn, rebuildSchema } from './rebuild-schema';
import { rememberReplaced, tellIndexes } from './replaced-works';
import { refuseSiteInUse } from './site-in-use';

export interface RestoreOptions {
  readonly file: string;
  /** Remove what the site holds. */
  readonly replace: boolean;
  readonly onProgress?: (stage: 'checking' | 'pictures', done: number, all: number) => void;
}

export interface RestoreSummary {
  readonly createdAt: string;
  readonly gafu: string;
  readonly works: number;
  readonly rows: number;
  readonly pictures: number;
  /** Pictures of works that the backup itself lacks. */
  readonly lostPictures: number;
  /** Migrations that were applied to the restored rows. */
  readonly migrations: readonly string[];
  readonly seconds: number;
}

const megabyte = 1e6;

/**
 * Puts the site of a backup in the place of this one: database and pictures. The archive is read and checked to its end
 * first; then everything happens in one transaction, so a restore that fails leaves the site as it was.
 * @throws Problem as {@link verifyArchive}, `conflict` when the site is in use or holds works, or the backup was made by
 *   a newer Gafu; then nothing was changed
 */
export async function restore({
  file,
  replace,
  onProgress = () => undefined,
}: RestoreOptions): Promise<RestoreSummary> {
  const started = performance.now();
  const size = (await stat(file).catch(() => null))?.size ?? 0;
  let read = 0;
  const header = await verifyArchive(file, (bytes) =>
    onProgress('checking', Math.round((read += bytes) / megabyte), Math.round(size / megabyte)),
  );
  checkMigrations(header);
  const client = new Client({ connectionString: await databaseUrl() });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await refuseSiteInUse(client);
    if (!replace) await refuseFullSite(client);
    await client.query('BEGIN');
    const replacedKeys = await rememberReplaced(client);
    await rebuildSchema(client, header);
    let pictures = 0;
    const filled = await fill(file, client, header, () =>
      onProgress('pictures', ++pictures, header.pictures),
    );
    const rows = countRows(header, filled);
    await setSequences(client, header);
    const migrations = await migrateOn(client);
    const obsoleteKeys = await tellIndexes(client, replacedKeys);
    await client.query('COMMIT');
    await client.query('ANALYZE');
    await deletePictures(obsoleteKeys);
    const { createdAt, gafu } = header;
    await recordChange(await database(), {
      action: 'restore',
      subject: wholeCollection,
      after: { backupOf: createdAt, rows, pictures },
    });
    return {
      createdAt,
      gafu,
      works: header.tables.find(({ name }) => name === 'artworks')?.rows ?? 0,
      rows,
      pictures,
      lostPictures: header.pictures - pictures,
      migrations,
      seconds: (performance.now() - started) / 1000,
    };
  } finally {
    // Ends the transaction too, if it is still open.
    await client.end();
  }
}

async function fill(
  file: string,
  client: Client,
  header: BackupHeader,
  onPicture: () => void,
): Promise<ReadonlyMap<string, number>> {
  const tables = new TableWriter(client, header.tables);
  const store = imageStore();
  await eachMember(file, async (name, entry) => {
    const table = tableOfMember(name);
    if (table !== null) return tables.write(table, await bytesOf(entry));
    await tables.finish();
    const key = pictureOfMember(name);
    if (key === null) return;
    await store.put(key, await bytesOf(entry));
    onPicture();
  });
  return tables.finish();
}

/** The site is restored; what cannot be deleted now only takes room. */
async function deletePictures(keys: readonly string[]): Promise<void> {
  try {
    for (const key of keys) await imageStore().delete(key);
  } catch (error) {
    log.warn({ reason: (error as Error).message }, 'Some pictures of the replaced site were not deleted');
  }
}

function countRows({ tables }: BackupHeader, filled: ReadonlyMap<string, number>): number {
  for (const { name, rows } of tables) {
    const got = filled.get(name) ?? 0;
    if (got !== rows) throw new Error(`The table ${name} got ${got} rows; the backup says ${rows}`);
  }
  return tables.reduce((sum, { rows }) => sum + rows, 0);
}

async function setSequences(client: Client, { sequences }: BackupHeader): Promise<void> {
  for (const { name, value, isCalled } of sequences)
    await client.query(`SELECT setval(to_regclass(format('%I', $1::text)), $2, $3)`, [name, value, isCalled]);
}

async function refuseFullSite(client: Client): Promise<void> {
  const { rows } = await client.query<{ works: number }>('SELECT count(*)::integer AS works FROM artworks');
  const works = rows[0]?.works ?? 0;
  if (works > 0)
    throw new Problem(
      'conflict',
      `This site is not empty: it holds ${works} works. Add --replace to remove them, and everything else in its database, or restore into another. Nothing was changed.`,
    );
}
