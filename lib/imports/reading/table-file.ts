import { createReadStream, existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'csv-parse';
import { settings } from '@/lib/platform/settings';
import { type Validators } from '@/lib/platform/fetch/web-request';
import { type SourceClient } from '../source-client';

export type TableRow = Readonly<Record<string, string>>;

/**
 * The rows of a large CSV table of a museum. The file is kept under the data folder and fetched again only when the
 * server says that it has changed.
 *
 * @param folder name of a folder for the source's tables
 */
export async function* rowsOfTable(
  address: string,
  folder: string,
  client: SourceClient,
): AsyncGenerator<TableRow> {
  const name = new URL(address).pathname.split('/').at(-1) ?? 'table.csv';
  const file = path.join(settings().dataDir, 'imports', folder, name);
  await bringUpToDate(address, file, client);
  const rows = createReadStream(file).pipe(
    parse({ columns: true, bom: true, relax_column_count: true, skip_empty_lines: true }),
  );
  for await (const row of rows) yield row as TableRow;
}

async function bringUpToDate(address: string, file: string, client: SourceClient): Promise<void> {
  const note = `${file}.json`;
  const known =
    existsSync(file) && existsSync(note) ? (JSON.parse(await readFile(note, 'utf8')) as Validators) : null;
  const body = await client.table(address, known);
  if (body === null) return;
  await mkdir(path.dirname(file), { recursive: true });
  // Under another name first, so that a kill leaves no half table.
  await writeFile(`${file}.part`, body.bytes);
  await rename(`${file}.part`, file);
  await writeFile(note, JSON.stringify(body.validators));
}
