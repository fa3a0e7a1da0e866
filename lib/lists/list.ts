import path from 'node:path';
import { counted } from '@/lib/platform/counted';
import { Problem } from '@/lib/platform/problem';
import { decodeList } from './decode-list';
import { parseRecords } from './parse-records';
import { readRegularFile } from './regular-file';
import { findSeparator, type Separator, separatorName } from './separator';

/** A line of a list: a picture, and what is known of it. */
export interface ListRow {
  /** The line that it begins on, that of the column names being 1. */
  readonly line: number;
  /** As written, without blanks around it. */
  readonly file: string;
  /** By column, its name in lower case; '' if nothing is written there. */
  readonly values: Readonly<Record<string, string>>;
}

/** A line that cannot be used, with the reason in a curator's words. */
export interface RefusedRow {
  readonly line: number;
  readonly file: string | null;
  readonly reason: string;
}

export interface List {
  /** Of the file, without its folder. */
  readonly name: string;
  readonly encoding: string;
  readonly separator: Separator;
  /** In lower case, in their order; a name may be there twice, and then its first column counts. */
  readonly columns: readonly string[];
  readonly rows: readonly ListRow[];
  readonly refused: readonly RefusedRow[];
}

const megabytesMax = 200;

/** @throws Problem `too-large` for a table that is larger than Gafu reads at once */
export function checkListSize(sizeBytes: number): void {
  if (sizeBytes > megabytesMax * 2 ** 20)
    throw new Problem(
      'too-large',
      `A CSV table may have at most ${megabytesMax} MB; this file is larger. Cut it in two, or use JSON Lines, which may have any size.`,
    );
}

/**
 * Reads a list of pictures: a CSV table (RFC 4180, or with semicolons or tabs) whose first line names the columns,
 * `file` among them.
 *
 * @param encoding one of `encodings`; by default what the byte order mark says, else UTF-8
 * @throws Problem `not-found`, `invalid-request` or `too-large` if it cannot be read as such a table
 */
export async function readList(file: string, encoding?: string): Promise<List> {
  const bytes = await readRegularFile(file, { name: file, checkSizeBytes: checkListSize });
  return parseList(bytes, path.basename(file), encoding);
}

/** {@link readList}, of bytes. @param name what the list is called in messages */
export function parseList(bytes: Uint8Array, name: string, asked?: string): List {
  const decoded = decodeList(bytes, name, asked);
  const { separator, text, linesBefore } = findSeparator(decoded.text.replace(/\r\n?/g, '\n'));
  const { records, bad } = parseRecords(text, separator);
  const [header, ...others] = records.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const columns = (header?.cells ?? []).map((cell) => cell.trim().toLowerCase());
  refuseHeader(name, columns, bad[0] && bad[0].line < (header?.line ?? Infinity) ? bad[0] : null);
  const refused: RefusedRow[] = bad.map(({ line, reason }) => ({
    line: line + linesBefore,
    file: null,
    reason,
  }));
  const rows: ListRow[] = [];
  for (const { line: lineBelow, cells } of others) {
    const line = lineBelow + linesBefore;
    const values: Record<string, string> = {};
    columns.forEach((column, at) => (values[column] ??= (cells[at] ?? '').trim()));
    const file = values.file ?? '';
    const reason = faultOf(file, cells, columns, separator);
    if (reason === null) rows.push({ line, file, values });
    else refused.push({ line, file: file || null, reason });
  }
  return { name, encoding: decoded.encoding, separator, columns, rows, refused };
}

function refuseHeader(
  name: string,
  columns: readonly string[],
  bad: { line: number; reason: string } | null,
): void {
  if (bad)
    throw new Problem(
      'invalid-request',
      `${name}, line ${bad.line}, which names the columns: ${bad.reason}.`,
    );
  if (columns.includes('file')) return;
  const named = columns.filter((column) => column !== '').join(', ');
  throw new Problem(
    'invalid-request',
    `${name} has no column "file". Its first line must name the columns, "file" among them${named === '' ? '; it is empty' : `, and reads: ${named}`}.`,
  );
}

/** Values may be left out at the end of a line, as Excel does; more of them than columns are a separator too many. */
function faultOf(
  file: string,
  cells: readonly string[],
  columns: readonly string[],
  separator: Separator,
): string | null {
  if (cells.slice(columns.length).some((cell) => cell.trim() !== '')) {
    const mark = separatorName(separator);
    return `it has ${counted(cells.length, 'value')} for ${counted(columns.length, 'column')}; a text with a ${mark} in it must be in quotes`;
  }
  return file === '' ? 'the column "file" is empty' : null;
}
