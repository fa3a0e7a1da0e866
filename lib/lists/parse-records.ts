import { CsvError, parse } from 'csv-parse/sync';
import { type Separator, separatorName } from './separator';

export interface ListRecord {
  /** The line that it begins on, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface BadRecord {
  readonly line: number;
  readonly reason: string;
}

/** A column of one value has no separator; this character is in no list. */
const noSeparator = '\0';
const newline = 0x0a;
const notClosed = 'CSV_QUOTE_NOT_CLOSED';
const retryBytes = 4096;

interface ParsedRecord {
  readonly info: { readonly lines: number; readonly bytes: number };
  readonly record: string[];
}

/**
 * Cuts a list into records by RFC 4180. A mistake costs one record and gives one reason: reading goes on with the
 * next line that can be one. Quotation marks inside a text that does not begin with one stand for themselves.
 *
 * @param text with `\n` at the ends of lines
 */
export function parseRecords(
  text: string,
  separator: Separator,
): { records: readonly ListRecord[]; bad: readonly BadRecord[] } {
  const bytes = Buffer.from(text);
  const records: ListRecord[] = [];
  const bad: BadRecord[] = [];
  // After a mistake a little is read at a time, so that a list full of them is not read again for each.
  let windowBytes = bytes.length;
  for (let start = 0, line = 1; start < bytes.length;) {
    const rest = bytes.subarray(start, endOfLine(bytes, start + windowBytes));
    const { parsed, error } = parseUntilError(rest, separator);
    const goesOn = start + rest.length < bytes.length;
    if (error?.code === notClosed && goesOn) {
      windowBytes *= 4;
      continue;
    }
    const firstLine = line;
    for (const { info, record } of parsed) {
      records.push({ line, cells: record });
      line = firstLine + info.lines;
    }
    if (error === null) {
      start += rest.length;
      windowBytes *= 4;
      continue;
    }
    const good = parsed.at(-1)?.info.bytes ?? 0;
    const wrong = wrongRecord(rest.subarray(good), error.code, separator, firstLine + error.lines - 1 - line);
    if ('cells' in wrong) records.push({ line, cells: wrong.cells });
    else bad.push({ line, reason: wrong.reason });
    start += good + wrong.length;
    line += wrong.lines;
    windowBytes = retryBytes;
  }
  return { records, bad };
}

/** @returns the first position from `at` on that a line ends before */
function endOfLine(bytes: Buffer, at: number): number {
  const found = at < bytes.length ? bytes.indexOf(newline, at) : -1;
  return found === -1 ? bytes.length : found + 1;
}

function parseUntilError(
  bytes: Buffer,
  separator: Separator,
): { parsed: ParsedRecord[]; error: { code: string; lines: number } | null } {
  const parsed: ParsedRecord[] = [];
  try {
    parse(bytes, {
      delimiter: separator ?? noSeparator,
      record_delimiter: '\n',
      relax_column_count: true,
      info: true,
      on_record: (record) => {
        parsed.push(record as unknown as ParsedRecord);
        return null;
      },
    });
    return { parsed, error: null };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { parsed, error: { code: error.code, lines: Number(error.lines ?? 1) } };
  }
}

type WrongRecord = { readonly length: number; readonly lines: number } & (
  { readonly reason: string } | { readonly cells: readonly string[] }
);

/**
 * What is wrong with the record that these bytes begin with, and how much of them it takes up.
 * @param linesOn on which line after its first the mistake shows
 */
function wrongRecord(bytes: Buffer, code: string, separator: Separator, linesOn: number): WrongRecord {
  const lineEnds = [bytes.indexOf(newline)];
  for (let on = 1; on <= linesOn; on++) lineEnds.push(bytes.indexOf(newline, (lineEnds.at(-1) ?? 0) + 1));
  const lengthOf = (lines: number) => {
    const end = lineEnds[lines - 1] ?? -1;
    return end === -1 ? bytes.length : end + 1;
  };
  const firstLine = bytes.subarray(0, lengthOf(1)).toString().replace(/\n$/, '');
  const oneLine = { length: lengthOf(1), lines: 1 };
  const comma = separatorName(separator);
  if (code === 'INVALID_OPENING_QUOTE') {
    if (hasBlankBeforeQuote(firstLine, separator))
      return { ...oneLine, reason: `the text in quotes must begin right after the ${comma}` };
    const cells = literally(firstLine, separator);
    return cells
      ? { ...oneLine, cells }
      : { ...oneLine, reason: 'a quotation mark inside a text in quotes must be written twice' };
  }
  if (
    code === notClosed ||
    (linesOn > 0 && isRecord(bytes.subarray(lengthOf(linesOn), lengthOf(linesOn + 1)), separator))
  )
    return {
      ...oneLine,
      reason: 'the text in quotes that begins on this line has no quotation mark at its end',
    };
  return {
    length: lengthOf(linesOn + 1),
    lines: linesOn + 1,
    reason: `after the text in quotes a ${comma} or the end of the line must follow; a quotation mark inside such a text is written twice`,
  };
}

function hasBlankBeforeQuote(line: string, separator: Separator): boolean {
  return line.split(separator ?? noSeparator).some((cell) => /^[ \t\u00a0]+"/.test(cell));
}

/** A line such as `a.jpg,15" × 20"`, with marks that stand for themselves; null if it cannot be read so. */
function literally(line: string, separator: Separator): string[] | null {
  try {
    const options = { delimiter: separator ?? noSeparator, relax_quotes: true, relax_column_count: true };
    const records = parse(line, options) as unknown as string[][];
    return records.length === 1 ? (records[0] ?? null) : null;
  } catch {
    return null;
  }
}

/** Whether a line is a record by itself, with more than one value. */
function isRecord(line: Buffer, separator: Separator): boolean {
  const { parsed, error } = parseUntilError(line, separator);
  return error === null && parsed.length === 1 && (parsed[0]?.record.length ?? 0) > 1;
}
