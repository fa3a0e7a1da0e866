import { type ArtworkDetails } from '@/lib/catalog/artwork';
import { type List, type ListRow, type RefusedRow } from '@/lib/lists/list';
import { saysUndated } from '@/lib/dates/read-date';
import { Problem } from '@/lib/platform/problem';
import { parseArtworkDetails } from '../details';

/** The columns of a list of works; only `file` must be there. */
export const workColumns = [
  'file',
  'title',
  'artist',
  'movement',
  'genre',
  'subject',
  'year',
  'medium',
  'technique',
  'dimensions',
  'height_cm',
  'width_cm',
  'kind',
  'place_made',
  'collection',
  'accession_number',
  'credit_line',
  'description',
  'alt_text',
  'source',
  'rights',
] as const;
export type WorkColumn = (typeof workColumns)[number];

/** Which column each detail of a work is read from. `source` holds an address, or else the name of a collection. */
export const columnOfDetail = {
  titles: 'title',
  makers: 'artist',
  movements: 'movement',
  genres: 'genre',
  subjects: 'subject',
  dateText: 'year',
  year: 'year',
  medium: 'medium',
  technique: 'technique',
  dimensionsText: 'dimensions',
  heightCm: 'height_cm',
  widthCm: 'width_cm',
  objectKind: 'kind',
  placeMade: 'place_made',
  collection: 'collection',
  accessionNumber: 'accession_number',
  creditLine: 'credit_line',
  descriptions: 'description',
  altTexts: 'alt_text',
  sourceUrl: 'source',
  rights: 'rights',
  rightsUrl: 'rights',
} as const satisfies Record<keyof ArtworkDetails, WorkColumn>;

export interface WorkRow {
  readonly line: number;
  /** As written in the list. */
  readonly file: string;
  /** Of a new work. */
  readonly details: ArtworkDetails;
  /** The details that the list has a column for: those of a work that is there already are replaced by them. */
  readonly given: Partial<ArtworkDetails>;
}

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

export function unreadDates(rows: readonly WorkRow[]): UnreadDate[] {
  return rows.flatMap(({ line, file, details: { dateText, year } }) =>
    dateText !== null && year === null && !saysUndated(dateText) ? [{ line, file, date: dateText }] : [],
  );
}

const isWorkColumn = (name: string): name is WorkColumn => workColumns.some((column) => column === name);

/**
 * The works of a list. `year` may be any date that a museum prints. Rows that cannot be used are listed with their
 * line; the others stand.
 *
 * @throws Problem `invalid-request` if a column is there twice
 */
export function worksOf({ name, columns, rows, refused }: List): WorksList {
  const twice = columns.find((column, at) => isWorkColumn(column) && columns.indexOf(column) !== at);
  if (twice !== undefined)
    throw new Problem('invalid-request', `${name} has the column "${twice}" twice. Remove or rename one.`);
  const works: WorkRow[] = [];
  const bad = [...refused];
  for (const row of rows) {
    try {
      works.push(workOf(row, columns));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      bad.push({ line: row.line, file: row.file, reason: error.message });
    }
  }
  return {
    rows: works,
    refused: bad,
    ignoredColumns: columns.filter((name) => name !== '' && !isWorkColumn(name)),
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
  return { line, file, details, given };
}

/** What a work without a title is called: its file's name, without extension, in words. */
function titleFromFile(file: string): string {
  const name = file.split(/[\\/]/).at(-1) ?? file;
  const words = name
    .replace(/(?<=.)\.[^.]+$/, '')
    .replace(/[_-]+/g, ' ')
    .trim();
  return words || file;
}
