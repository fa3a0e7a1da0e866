import { parseList, checkListSize, type RefusedRow } from '@/lib/lists/list';
import { jsonLines } from '@/lib/lists/json-lines';
import { Problem } from '@/lib/platform/problem';
import { rowOfFields } from './json-row';
import { type ListFile } from './picture-place';
import { type WorkRow } from './work-row';
import { worksOf } from './works-list';

/** A row that can be used, or the reason why not. */
export type ReadRow = WorkRow | RefusedRow;

export function isRefused(row: ReadRow): row is RefusedRow {
  return 'reason' in row;
}

export interface ReadWorks {
  readonly encoding: string;
  readonly ignoredColumns: readonly string[];
  readonly total: number;
  /** In the order of the list, each read when it is its turn. */
  readonly rows: AsyncIterable<ReadRow>;
}

/**
 * The works of a list: JSON Lines, which is streamed, if it begins with a brace, one JSON list if it begins with a
 * bracket, and else a CSV table. An entry of a JSON list counts as a line.
 *
 * @param encoding of a table; by default what its byte order mark says, else UTF-8
 * @throws Problem `not-found`, `invalid-request` or `too-large` if it cannot be read as either
 */
export async function readWorks(file: ListFile, encoding?: string): Promise<ReadWorks> {
  const start = await startOf(file);
  if (start.startsWith('[')) {
    const entries = entriesOf(await file.bytes(checkListSize), file.name);
    const rows = entries.map((value, at) => rowOfEntry(at + 1, value));
    return { encoding: 'utf-8', ignoredColumns: [], total: entries.length, rows: each(rows) };
  }
  if (start.startsWith('{'))
    return { encoding: 'utf-8', ignoredColumns: [], total: await countLines(file), rows: rowsOfLines(file) };
  const list = parseList(await file.bytes(checkListSize), file.name, encoding);
  const { rows, refused, ignoredColumns } = worksOf(list);
  const inOrder: ReadRow[] = [...rows, ...refused].sort((a, b) => a.line - b.line);
  return { encoding: list.encoding, ignoredColumns, total: rows.length, rows: each(inOrder) };
}

async function* each(rows: readonly ReadRow[]): AsyncGenerator<ReadRow> {
  yield* rows;
}

async function* rowsOfLines(file: ListFile): AsyncGenerator<ReadRow> {
  for await (const one of jsonLines(file.stream()))
    yield 'reason' in one ? unusable(one.line, one.reason) : rowOfEntry(one.line, one.value);
}

function rowOfEntry(line: number, value: unknown): ReadRow {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return unusable(line, 'it is not a JSON object, { "file": "…", "title": "…" }');
  const fields = value as Readonly<Record<string, unknown>>;
  try {
    return rowOfFields(line, fields);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { line, file: typeof fields.file === 'string' ? fields.file : null, reason: error.message };
  }
}

function unusable(line: number, reason: string): RefusedRow {
  return { line, file: null, reason: `The line cannot be used: ${reason}.` };
}

function entriesOf(bytes: Uint8Array, name: string): readonly unknown[] {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown[];
  } catch (error) {
    throw new Problem('invalid-request', `${name} cannot be read as JSON (${(error as Error).message}).`);
  }
}

/** The first characters that are not blank. */
async function startOf(file: ListFile): Promise<string> {
  for await (const chunk of file.stream() as AsyncIterable<Buffer>) {
    const text = chunk
      .subarray(0, 1000)
      .toString('utf8')
      .replace(/^\uFEFF/, '')
      .trimStart();
    return text;
  }
  return '';
}

async function countLines(file: ListFile): Promise<number> {
  let lines = 0;
  let isOpen = false;
  for await (const chunk of file.stream() as AsyncIterable<Buffer>) {
    for (let at = chunk.indexOf(0x0a); at !== -1; at = chunk.indexOf(0x0a, at + 1)) lines += 1;
    isOpen = chunk.at(-1) !== 0x0a;
  }
  return lines + Number(isOpen);
}
