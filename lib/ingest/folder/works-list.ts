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
  'subject',
  'year',
  'medium',
  'description',
  'source',
  'rights',
] as const;
type WorkColumn = (typeof workColumns)[number];

/** Which column each detail of a work is read from. */
const columnOfDetail = {
  title: 'title',
  artist: 'artist',
  movement: 'movement',
  subject: 'subject',
  medium: 'medium',
  dateText: 'year',
  year: 'year',
  description: 'description',
  source: 'source',
  rights: 'rights',
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

function workOf({ line, file, values }: ListRow, columns: readonly string[]): WorkRow {
  const { year, title, ...others } = values;
  const details = parseArtworkDetails({ ...others, title: title || titleFromFile(file), dateText: year });
  const names = Object.keys(columnOfDetail) as (keyof ArtworkDetails)[];
  const given = names.filter(
    (detail) => columns.includes(columnOfDetail[detail]) && (detail !== 'title' || Boolean(title)),
  );
  return { line, file, details, given: Object.fromEntries(given.map((detail) => [detail, details[detail]])) };
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
