import { access, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { Problem } from '@/lib/platform/problem';

/** One line of a manifest: which picture, and what is known of it. */
export interface ManifestPicture {
  /** As written in the manifest. */
  readonly file: string;
  /** Absolute. */
  readonly path: string;
  /** All columns by name; unknown values are ''. */
  readonly columns: Readonly<Record<string, string>>;
}

const shownNames = 5;

/**
 * Reads a CSV whose first line names the columns, `file` among them (relative to `imagesDir`).
 * @throws Problem `not-found` for a manifest or pictures that do not exist, `invalid-request` for a CSV that
 * cannot be read, has no pictures, lists one twice, or lacks one of `needed` (nulls are passed over); each says which and what there is.
 */
export async function readManifest(
  manifestPath: string,
  imagesDir: string,
  needed: readonly (string | null)[] = [],
): Promise<ManifestPicture[]> {
  const rows = parseRows(manifestPath, await readText(manifestPath));
  const present = Object.keys(rows[0] ?? {});
  const columns = new Set(['file', ...needed.filter((column) => column !== null)]);
  const missing = [...columns].filter((column) => !present.includes(column));
  if (rows.length === 0)
    throw new Problem(
      'invalid-request',
      `${manifestPath} lists no pictures: a line of column names must be followed by one line a picture.`,
    );
  if (missing.length > 0) {
    throw new Problem(
      'invalid-request',
      `${manifestPath} has no column ${missing.map((name) => `"${name}"`).join(', ')}. Its columns: ${present.join(', ')}.`,
    );
  }
  const pictures = rows.map((columns) => {
    const file = columns.file ?? '';
    return { file, path: path.resolve(imagesDir, file), columns };
  });
  refuse(manifestPath, 'lists pictures more than once', repeated(pictures.map(({ file }) => file)));
  await refuseAbsent(manifestPath, imagesDir, pictures);
  return pictures;
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new Problem(
      'not-found',
      `The manifest ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
}

function parseRows(file: string, text: string): Record<string, string>[] {
  try {
    return parse<Record<string, string>>(text, {
      columns: true,
      bom: true,
      skip_empty_lines: true,
      trim: true,
    });
  } catch (error) {
    throw new Problem(
      'invalid-request',
      `${file} is not a CSV that can be read: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
}

async function refuseAbsent(
  manifest: string,
  imagesDir: string,
  pictures: readonly ManifestPicture[],
): Promise<void> {
  const absent = await Promise.all(
    pictures.map(async ({ file, path: location }) =>
      file === '' ||
      (await access(location).then(
        () => false,
        () => true,
      ))
        ? [file]
        : [],
    ),
  );
  const names = absent.flat();
  if (names.length > 0) {
    throw new Problem(
      'not-found',
      `${names.length} of the ${pictures.length} pictures that ${manifest} lists are not in ${imagesDir}: ${listed(names)}.`,
      { files: names.slice(0, 100) },
    );
  }
}

function refuse(manifest: string, what: string, names: readonly string[]): void {
  if (names.length > 0) throw new Problem('invalid-request', `${manifest} ${what}: ${listed(names)}.`);
}

function repeated(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return [...new Set(names.filter((name) => seen.has(name) || !seen.add(name)))];
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, shownNames).map((name) => (name === '' ? '(no name)' : name));
  return shown.join(', ') + (names.length > shownNames ? ` and ${names.length - shownNames} more` : '');
}
