import { type ArtworkDetails } from '@/lib/catalog/artwork';
import { type List, type ListRow, type RefusedRow } from '@/lib/lists/list';
import { saysUndated } from '@/lib/dates/read-date';
import { Problem } from '@/lib/platform/problem';
import { fieldsOfRow, foreignColumns } from '@/lib/export/csv-form';
import { parseArtworkDetails } from '../details';
import { columnOfDetail, isWorkColumn } from './work-columns';
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
 * The works of a table. `year` may be any date that a museum prints; a table with the column `format` was exported by
 * Gafu and has other columns. Rows that cannot be used are listed with their line; the others stand.
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
  const works: WorkRow[] = [];
  const bad = [...refused];
  for (const row of rows) {
    try {
      works.push(isExport ? rowOfFields(row.line, fieldsOfRow(row.values)) : workOf(row, columns));
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
      : columns.filter((name) => name !== '' && !isWorkColumn(name)),
  };
}

/**
 * The details of a work as a line says them, by column.
 * @throws Problem `invalid-request` as {@link parseArtworkDetails}
 */
export function detailsOfColumns(values: Readonly<Record<string, string>>): ArtworkDetails {
  const { year, height_cm, width_cm, place_made, accession_number, credit_line, alt_text, ...others } =
    values;
  return parseArtworkDetails({
    ...others,
    dateText: year,
    heightCm: height_cm,
    widthCm: width_cm,
    placeMade: place_made,
    accessionNumber: accession_number,
    creditLine: credit_line,
    altText: alt_text,
  });
}

function workOf({ line, file, values }: ListRow, columns: readonly string[]): WorkRow {
  const { title } = values;
  const details = detailsOfColumns({ ...values, title: title || titleFromFile(file) });
  const names = Object.keys(columnOfDetail) as (keyof ArtworkDetails)[];
  const isGiven = (detail: keyof ArtworkDetails) => {
    if (detail === 'titles') return Boolean(title);
    if (detail === 'collection' && columns.includes('source') && details.collection !== null) return true;
    // A source that is no address names the collection.
    if (detail === 'sourceUrl' && values.source && details.sourceUrl === null) return false;
    return columns.includes(columnOfDetail[detail]);
  };
  const given = Object.fromEntries(names.filter(isGiven).map((detail) => [detail, details[detail]]));
  return { line, file, details, given, isComplete: false, decided: {}, exported: null };
}
