import { parse } from 'csv-parse/sync';
import { type ArtworkDetails } from '@/lib/catalog/artwork';
import { Problem } from '@/lib/platform/problem';
import { parseArtworkDetails } from './details';

/** The columns of a manifest; only `file` must be there. */
export const manifestColumns = [
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
type ManifestColumn = (typeof manifestColumns)[number];

export interface ManifestRow {
  /** Line of the manifest that the row ends on, the header being line 1. */
  readonly line: number;
  /** As written: relative to the folder. */
  readonly file: string;
  readonly details: ArtworkDetails;
}

export interface BadRow {
  readonly line: number;
  readonly file: string | null;
  readonly reason: string;
}

export interface Manifest {
  readonly rows: readonly ManifestRow[];
  readonly badRows: readonly BadRow[];
  readonly ignoredColumns: readonly string[];
}

interface ParsedRecord {
  readonly info: { readonly lines: number };
  readonly record: Partial<Record<string, string>>;
}

const isManifestColumn = (name: string): name is ManifestColumn =>
  manifestColumns.some((column) => column === name);

/** What a work without a title is called: its file's name, without extension, in words. */
function titleFromFile(file: string): string {
  const name = file.split(/[\\/]/).at(-1) ?? file;
  return (
    name
      .replace(/\.[^.]+$/, '')
      .replace(/[_-]+/g, ' ')
      .trim() || file
  );
}

function detailsOf(record: Partial<Record<string, string>>, file: string): ArtworkDetails {
  const { year, title, ...rest } = record;
  return parseArtworkDetails({ ...rest, title: title?.trim() || titleFromFile(file), dateText: year });
}

/** One header in any case, or the Problem that says what is missing. */
function readHeader(cells: readonly string[]): string[] {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  if (!names.includes('file')) {
    throw new Problem(
      'invalid-request',
      `The manifest has no column "file". Its first line names the columns: ${names.join(', ') || 'none'}. ` +
        `Known: ${manifestColumns.join(', ')}; only "file" must be there.`,
    );
  }
  const twice = names.find((name, i) => isManifestColumn(name) && names.indexOf(name) !== i);
  if (twice !== undefined)
    throw new Problem('invalid-request', `The manifest has the column "${twice}" twice.`);
  return names;
}

/**
 * Reads a manifest: CSV (RFC 4180, UTF-8, comma-separated) whose first line names the columns. `year` may be any
 * date that a museum prints. Rows that cannot be used are listed with their line; the others stand.
 *
 * @throws Problem `invalid-request` when it is no such table at all
 */
export function parseManifest(text: string): Manifest {
  const rows: ManifestRow[] = [];
  const badRows: BadRow[] = [];
  let columns: string[] = [];
  const refuse = (line: number, file: string | null, reason: string) => badRows.push({ line, file, reason });
  let records: ParsedRecord[];
  try {
    records = parse(text, {
      bom: true,
      columns: (cells: string[]) => (columns = readHeader(cells)),
      info: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      on_skip: (error) => void refuse(Number(error?.lines ?? 0), null, error?.message ?? 'cannot be read'),
    }) as unknown as ParsedRecord[];
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(
      'invalid-request',
      `The manifest is not a CSV table: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
  if (columns.length === 0) readHeader([]);
  for (const { info, record } of records) {
    const line = info.lines;
    const file = record.file?.trim() ?? '';
    try {
      if (file === '') throw new Problem('invalid-request', 'The column "file" is empty.');
      rows.push({ line, file, details: detailsOf(record, file) });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      refuse(line, file || null, error.message);
    }
  }
  return { rows, badRows, ignoredColumns: columns.filter((name) => !isManifestColumn(name)) };
}
