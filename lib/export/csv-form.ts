import { Problem } from '@/lib/platform/problem';
import { type ExportedWork } from './exported-work';

/** How a field stands in a cell of a CSV table: as text, or as JSON if it holds more than one value. */
type CellKind = 'text' | 'json';

/** The columns of an exported table, in their order, and the field of {@link ExportedWork} that each holds. */
const columns: readonly (readonly [string, keyof ExportedWork, CellKind])[] = [
  ['id', 'id', 'text'],
  ['file', 'file', 'text'],
  ['titles', 'titles', 'json'],
  ['makers', 'makers', 'json'],
  ['date', 'date', 'text'],
  ['year', 'year', 'text'],
  ['year_from', 'yearFrom', 'text'],
  ['year_to', 'yearTo', 'text'],
  ['movements', 'movements', 'json'],
  ['genres', 'genres', 'json'],
  ['subjects', 'subjects', 'json'],
  ['medium', 'medium', 'text'],
  ['technique', 'technique', 'text'],
  ['dimensions', 'dimensions', 'text'],
  ['height_cm', 'heightCm', 'text'],
  ['width_cm', 'widthCm', 'text'],
  ['kind', 'kind', 'text'],
  ['place_made', 'placeMade', 'text'],
  ['collection', 'collection', 'text'],
  ['accession_number', 'accessionNumber', 'text'],
  ['credit_line', 'creditLine', 'text'],
  ['rights', 'rights', 'text'],
  ['rights_url', 'rightsUrl', 'text'],
  ['source_url', 'sourceUrl', 'text'],
  ['descriptions', 'descriptions', 'json'],
  ['alt_texts', 'altTexts', 'json'],
  ['publication', 'publication', 'text'],
  ['added_at', 'addedAt', 'text'],
  ['crop', 'crop', 'json'],
  ['sources', 'sources', 'json'],
  ['picture_sha256', 'pictureSha256', 'text'],
  ['format', 'format', 'text'],
];

/** The first line, with the byte order mark by which Excel knows UTF-8. */
export const csvHeader = `\uFEFF${columns.map(([column]) => column).join(',')}\r\n`;

/** RFC 4180, one line. */
export function csvLine(work: ExportedWork): string {
  const cells = columns.map(([, field, kind]) => cellOf(work[field], kind));
  return `${cells.map(quoted).join(',')}\r\n`;
}

function cellOf(value: unknown, kind: CellKind): string {
  if (value === null || (Array.isArray(value) && value.length === 0)) return '';
  return kind === 'json' ? JSON.stringify(value) : harmless(String(value));
}

function quoted(cell: string): string {
  return /[",;\r\n\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/**
 * A cell that a spreadsheet would run as a formula gets an apostrophe before it, and so does one that begins with
 * apostrophes and would be taken for such a cell when it is read again.
 */
function harmless(text: string): string {
  return /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function asWritten(cell: string): string {
  return /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

/** Columns of a table that an export does not have. */
export function foreignColumns(names: readonly string[]): string[] {
  return names.filter((name) => name !== '' && !columns.some(([column]) => column === name));
}

/**
 * A row of an exported table, in the fields of {@link ExportedWork}: those that the table has a column for.
 *
 * @param values by column
 * @throws Problem `invalid-request` for a cell that is not JSON and must be
 */
export function fieldsOfRow(values: Readonly<Record<string, string>>): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [column, field, kind] of columns) {
    const cell = values[column];
    if (cell === undefined) continue;
    if (cell === '') fields[field] = null;
    else fields[field] = kind === 'json' ? parseCell(column, cell) : asWritten(cell);
  }
  return fields;
}

function parseCell(column: string, cell: string): unknown {
  try {
    return JSON.parse(cell);
  } catch {
    throw new Problem(
      'invalid-request',
      `${column} is not JSON. Spreadsheets cut off long cells; take this cell from the export again.`,
    );
  }
}
