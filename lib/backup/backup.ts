import { Client } from 'pg';
import { wholeCollection } from '@/lib/catalog/change';
import { recordChange } from '@/lib/catalog/changes.repository';
import { database, databaseUrl } from '@/lib/catalog/database';
import { retainPictures } from '@/lib/catalog/picture-retention';
import { imagePath } from '@/lib/images/image-key';
import { storedOriginal } from '@/lib/images/stored-original';
import { deleteUnusedPictures } from '@/lib/ingest/jobs/delete-unused-pictures';
import { Problem } from '@/lib/platform/problem';
import { readAhead } from '@/lib/platform/read-ahead';
import { type ArchiveWriter, writeArchive } from './archive-writer';
import { portableFormat, readTable } from './copy-tables';
import { rowsToBackUp, sequencesToBackUp, tablesToBackUp } from './database-tables';
import { type BackupHeader, formVersion, headerName, settingsName, tablePartName } from './header';
import { settingsText } from './settings-text';

export interface BackupOptions {
  /** Absolute; must not be there yet. */
  readonly file: string;
  /** Gafu's own version, for the header. */
  readonly version: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly onProgress?: (stage: 'rows' | 'pictures', done: number, all: number) => void;
  readonly signal?: AbortSignal;
}

export interface BackupSummary {
  readonly file: string;
  readonly sizeBytes: number;
  readonly rows: number;
  readonly pictures: number;
  /** Keys of pictures that the image store has lost or holds damaged; everything else is in the backup. */
  readonly lostPictures: readonly string[];
  readonly seconds: number;
}

/** Pictures that are fetched at once, and how many keys are asked for at a time. */
const picturesAhead = 4;
const keysPerPage = 500;

/**
 * Writes the site into one archive as it is at one moment, while it goes on: all tables in one snapshot, and the pictures
 * that they name. A picture that falls out of use meanwhile is deleted afterwards.
 * @throws Problem `conflict` when the file is there or another backup runs, `unavailable` when `signal` aborts; then
 *   there is no file
 */
export async function backUp(options: BackupOptions): Promise<BackupSummary> {
  try {
    const summary = await backUpDatabase(await databaseUrl(), options);
    const { rows, pictures } = summary;
    await recordChange(await database(), {
      action: 'backup',
      subject: wholeCollection,
      after: { rows, pictures },
    });
    return summary;
  } finally {
    await deleteUnusedPictures().catch(() => undefined);
  }
}

/** The same of a database that is not brought up to date before. */
export async function backUpDatabase(url: string, options: BackupOptions): Promise<BackupSummary> {
  const { file, version, env, onProgress = () => undefined, signal } = options;
  const started = performance.now();
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await retainPictures(client);
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await client.query(
      `SET LOCAL idle_in_transaction_session_timeout = 0; SET LOCAL statement_timeout = 0; ${portableFormat}`,
    );
    const header = await readHeader(client, version);
    const lostPictures: string[] = [];
    const { sizeBytes } = await writeArchive(file, async (archive) => {
      await archive.add(headerName, Buffer.from(`${JSON.stringify(header, null, 2)}\n`));
      await archive.add(settingsName, Buffer.from(settingsText(env)));
      await addTables(archive, client, header, (done, all) => onProgress('rows', done, all), signal);
      let done = 0;
      for await (const [key, bytes] of readAhead(pictureKeys(client), storedOriginal, picturesAhead)) {
        stopIfAborted(signal);
        if (bytes === null) lostPictures.push(key);
        else await archive.add(`pictures/${imagePath(key)}`, bytes);
        onProgress('pictures', ++done, header.pictures);
      }
      // Fails if the connection was lost, and with it the hold on the pictures.
      await client.query('COMMIT');
    });
    const rows = header.tables.reduce((sum, table) => sum + table.rows, 0);
    const pictures = header.pictures - lostPictures.length;
    return { file, sizeBytes, rows, pictures, lostPictures, seconds: (performance.now() - started) / 1000 };
  } finally {
    await client.end();
  }
}

async function readHeader(client: Client, version: string): Promise<BackupHeader> {
  const tables = await tablesToBackUp(client);
  const { rows: migrations } = await client.query<BackupHeader['migrations'][number]>(
    `SELECT migration_name AS name, checksum, started_at::text AS "startedAt", finished_at::text AS "finishedAt"
     FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name`,
  );
  return {
    form: formVersion,
    gafu: version,
    createdAt: new Date().toISOString(),
    migrations,
    tables,
    sequences: await sequencesToBackUp(client),
    pictures: tables.find(({ name }) => name === 'images')?.rows ?? 0,
  };
}

async function addTables(
  archive: ArchiveWriter,
  client: Client,
  { tables }: BackupHeader,
  onProgress: (done: number, all: number) => void,
  signal?: AbortSignal,
): Promise<void> {
  const all = tables.reduce((sum, { rows }) => sum + rows, 0);
  let done = 0;
  for (const table of tables) {
    let part = 0;
    for await (const bytes of readTable(client, table)) {
      stopIfAborted(signal);
      await archive.add(tablePartName(table.name, ++part), bytes);
    }
    done += table.rows;
    onProgress(done, all);
  }
}

async function* pictureKeys(client: Client): AsyncGenerator<string> {
  const used = await rowsToBackUp(client, 'images');
  for (let after = ''; ;) {
    const { rows } = await client.query<{ key: string }>(
      `SELECT key FROM images ${used} AND key > $1 ORDER BY key LIMIT ${keysPerPage}`,
      [after],
    );
    yield* rows.map(({ key }) => key);
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.key;
  }
}

function stopIfAborted(signal?: AbortSignal): void {
  if (signal?.aborted === true)
    throw new Problem('unavailable', 'The backup was ended, and no file was written.');
}
