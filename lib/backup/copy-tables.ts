import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { type Client, escapeIdentifier } from 'pg';
import { from, to } from 'pg-copy-streams';
import { rowsToBackUp } from './database-tables';
import { type BackupTable } from './header';

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/** Of a part before it is compressed: what is held in memory of a table. */
const partBytes = 4 * 1024 ** 2;

/** How values are written, whatever the database prefers. For this transaction. */
export const portableFormat = `SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL intervalstyle = 'postgres';
  SET LOCAL bytea_output = 'hex'; SET LOCAL extra_float_digits = 1; SET LOCAL timezone = 'UTC'`;

const columnList = (columns: readonly string[]) => columns.map((name) => escapeIdentifier(name)).join(', ');

/** The rows of a table in the text form of COPY, compressed, in parts that follow each other. */
export async function* readTable(client: Client, { name, columns }: BackupTable): AsyncGenerator<Buffer> {
  const rows = `SELECT ${columnList(columns)} FROM ${escapeIdentifier(name)} ${await rowsToBackUp(client, name)}`;
  let chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of client.query(to(`COPY (${rows}) TO STDOUT`))) {
    chunks.push(chunk as Buffer);
    bytes += (chunk as Buffer).byteLength;
    if (bytes < partBytes) continue;
    yield await compress(Buffer.concat(chunks), { level: 4 });
    chunks = [];
    bytes = 0;
  }
  if (bytes > 0) yield await compress(Buffer.concat(chunks), { level: 4 });
}

/** Fills tables from the parts that {@link readTable} gave, one table after the other. */
export class TableWriter {
  private table: string | null = null;
  private copy: ReturnType<typeof from> | null = null;
  private ended: Promise<void> = Promise.resolve();
  private readonly filled = new Map<string, number>();

  constructor(
    private readonly client: Client,
    private readonly tables: readonly BackupTable[],
  ) {}

  /** @throws what Postgres has against the rows */
  async write(table: string, part: Uint8Array): Promise<void> {
    if (this.table !== table) {
      await this.finish();
      this.begin(table);
    }
    const { copy } = this;
    const rows = await decompress(part);
    const written = new Promise<void>((resolve, reject) =>
      copy?.write(rows, (error) => (error ? reject(error) : resolve())),
    );
    await Promise.race([written, this.ended.then(() => written)]);
  }

  /** Ends the last table. @returns how many rows each table got */
  async finish(): Promise<ReadonlyMap<string, number>> {
    const { copy, table } = this;
    if (copy !== null && table !== null) {
      copy.end();
      await this.ended;
      this.filled.set(table, copy.rowCount);
    }
    this.copy = null;
    this.table = null;
    return this.filled;
  }

  private begin(name: string): void {
    const table = this.tables.find((one) => one.name === name);
    if (table === undefined) throw new Error(`The header of the backup does not list the table ${name}`);
    const copy = this.client.query(
      from(`COPY ${escapeIdentifier(name)} (${columnList(table.columns)}) FROM STDIN`),
    );
    this.ended = new Promise<void>((resolve, reject) => copy.once('finish', resolve).once('error', reject));
    this.ended.catch(() => undefined);
    this.copy = copy;
    this.table = name;
  }
}
