import { filesOf } from '@/lib/lists/find-file';
import { readList, type RefusedRow } from '@/lib/lists/list';
import { counted } from '@/lib/platform/counted';
import { Problem } from '@/lib/platform/problem';

/** A picture of a list, and what is known of it. */
export interface ListedPicture {
  /** As written in the list. */
  readonly file: string;
  /** Absolute. */
  readonly path: string;
  /** All columns by their name in lower case; unknown values are ''. */
  readonly columns: Readonly<Record<string, string>>;
}

const shownMax = 5;

/**
 * Reads a list of pictures for measuring. Unlike a curator's, it is taken whole or not at all: figures are for the
 * pictures that the list names.
 *
 * @param needed columns that the list must have besides `file`, in any case; nulls are passed over
 * @param encoding of the list, if it is not UTF-8
 * @throws Problem as {@link readList}, and `invalid-request` or `not-found` if the list has no pictures, names one
 *   twice, names one that is not there, lacks a column or has rows that cannot be used; it says which
 */
export async function readListedPictures(
  file: string,
  imagesDir: string,
  needed: readonly (string | null)[] = [],
  encoding?: string,
): Promise<ListedPicture[]> {
  const { columns, rows, refused } = await readList(file, encoding);
  const missing = needed.filter((column) => column !== null && !columns.includes(column.toLowerCase()));
  if (missing.length > 0)
    throw new Problem(
      'invalid-request',
      `${file} has no column ${missing.map((name) => `"${name}"`).join(', ')}. Its columns: ${columns.join(', ')}.`,
    );
  if (refused.length > 0)
    throw new Problem(
      'invalid-request',
      `${file} has rows that cannot be used: ${listed(refused.map(lineText))}.`,
    );
  if (rows.length === 0)
    throw new Problem(
      'invalid-request',
      `${file} lists no pictures: a line of column names must be followed by a line for each picture.`,
    );
  const findFile = await filesOf(imagesDir);
  const absent: string[] = [];
  const pictures: ListedPicture[] = [];
  for (const row of rows) {
    try {
      pictures.push({ file: row.file, path: await findFile(row.file), columns: row.values });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      absent.push(`line ${row.line}: ${error.message.replace(/\.$/, '')}`);
    }
  }
  if (absent.length > 0)
    throw new Problem(
      'not-found',
      `Not in ${imagesDir}: ${absent.length} of the ${counted(rows.length, 'picture')} that ${file} lists: ${listed(absent)}.`,
    );
  const twice = repeated(pictures.map(({ path }) => path));
  if (twice.size > 0) {
    const names = pictures.filter(({ path }) => twice.delete(path)).map((picture) => picture.file);
    throw new Problem('invalid-request', `${file} lists pictures more than once: ${listed(names)}.`);
  }
  return pictures;
}

function lineText({ line, reason }: RefusedRow): string {
  return `line ${line}: ${reason}`;
}

function repeated(names: readonly string[]): Set<string> {
  const seen = new Set<string>();
  return new Set(names.filter((name) => seen.has(name) || !seen.add(name)));
}

function listed(texts: readonly string[]): string {
  const more = texts.length - shownMax;
  return texts.slice(0, shownMax).join('; ') + (more > 0 ? `; and ${more} more` : '');
}
