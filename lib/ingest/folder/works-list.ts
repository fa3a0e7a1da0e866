import { type ArtworkDetails } from '@/lib/catalog/artwork';
import { type List, type ListRow, type RefusedRow } from '@/lib/lists/list';
import { saysUndated } from '@/lib/dates/read-date';
import { Problem } from '@/lib/platform/problem';
import { fieldsOfRow, foreignColumns } from '@/lib/export/csv-form';
import { parseArtworkDetails } from '../details';
import { columnOfDetail, isWorkColumn, type WorkColumn, workColumnsNamed } from './work-columns';
import { rowOfFields } from './json-row';
import { titleFromFile } from './title-from-file';
import { type WorkRow } from './work-row';

export interface WorksList {
  readonly rows: readonly WorkRow[];
  readonly refused: readonly RefusedRow[];
  readonly ignoredColumns: readonly string[];
}

/** A row whose date was kept as it is written, and gave no year. */
export interface UnreadDate {
  readonly line: number;
  readonly file: string;
  readonly date: string;
}

/** Null for a row whose date was read, or that has none. */
export function unreadDate({ line, file, details: { dateText, year } }: WorkRow): UnreadDate | null {
  return dateText !== null && year === null && !saysUndated(dateText) ? { line, file, date: dateText } : null;
}

/**
 * The works of a table, whose columns may also have the API's names. `year` may be any date that a museum prints; a table
 * with the column `format` was exported by Gafu and has other columns. Rows that cannot be used are listed with their line; the others stand.
 *
 * @throws Problem `invalid-request` if a column is there twice
 */
export function worksOf({ name, columns, rows, refused }: List): WorksList {
  const isExport = columns.includes('format');
  const twice = columns.find(
    (column, at) => (isExport || isWorkColumn(column)) && columns.indexOf(column) !== at && column !== '',
  );
  if (twice !== undefined)
    throw new Problem('invalid-request', `${name} has the column "${twice}" twice. Remove or rename one.`);
  const taken = workColumnsNamed(columns);
  const works: WorkRow[] = [];
  const bad = [...refused];
  for (const row of rows) {
    try {
      works.push(isExport ? rowOfFields(row.line, fieldsOfRow(row.values)) : workOf(row, taken));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      bad.push({ line: row.line, file: row.file, reason: error.message });
    }
  }
  return {
    rows: works,
    refused: bad,
    ignoredColumns: isExport
      ? foreignColumns(columns)
      : columns.filter((name) => name !== '' && !taken.has(name)),
  };
}

/** A line's values by column. */
export function valuesOf(
  values: Readonly<Record<string, string>>,
  taken: ReadonlyMap<string, WorkColumn>,
): Partial<Record<WorkColumn, string>> {
  return Object.fromEntries([...taken].map(([name, column]) => [column, values[name] ?? '']));
}

/** The fields that columns are read as, where they are called otherwise. */
const fieldOfColumn: Partial<Record<WorkColumn, string>> = {
  year: 'dateText',
  height_cm: 'heightCm',
  width_cm: 'widthCm',
  place_made: 'placeMade',
  accession_number: 'accessionNumber',
  credit_line: 'creditLine',
  alt_text: 'altText',
};

/**
 * The details of a work as a line says them.
 * @param values by column; what has another name is left out
 * @throws Problem `invalid-request` as {@link parseArtworkDetails}
 */
export function detailsOfColumns(values: Readonly<Record<string, string>>): ArtworkDetails {
  const fields = Object.entries(values).flatMap(([column, text]) =>
    isWorkColumn(column) ? [[fieldOfColumn[column] ?? column, text]] : [],
  );
  return parseArtworkDetails(Object.fromEntries(fields));
}

function workOf({ line, file, values: written }: ListRow, taken: ReadonlyMap<string, WorkColumn>): WorkRow {
  const values = valuesOf(written, taken);
  const { title } = values;
  const details = detailsOfColumns({ ...values, title: title || titleFromFile(file) });
  const names = Object.keys(columnOfDetail) as (keyof ArtworkDetails)[];
  const isGiven = (detail: keyof ArtworkDetails) => {
    if (detail === 'titles') return Boolean(title);
    if (detail === 'collection' && 'source' in values && details.collection !== null) return true;
    // A source that is no address names the collection.
    if (detail === 'sourceUrl' && values.source && details.sourceUrl === null) return false;
    return columnOfDetail[detail] in values;
  };
  const given = Object.fromEntries(names.filter(isGiven).map((detail) => [detail, details[detail]]));
  return { line, file, details, given, isComplete: false, decided: {}, exported: null };
}
