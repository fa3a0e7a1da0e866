/** What tells a file on a curator's machine from the others. */
export interface ChosenFile {
  /** With the folders that were chosen. */
  readonly path: string;
  readonly sizeBytes: number;
  /** Milliseconds since 1970. */
  readonly modifiedMs: number;
}

export interface FileMatches<Known extends ChosenFile> {
  /** Files that the batch has already, with their rows. */
  readonly known: readonly { readonly chosen: number; readonly row: Known }[];
  /** The others, as numbers in the list of chosen files. */
  readonly added: readonly number[];
}

/**
 * Finds chosen files again among those of a batch, also after the tab was closed: by name, size and date of the last
 * change. The folder need not be the same, as a picture may be chosen alone the second time.
 */
export function matchFiles<Known extends ChosenFile>(
  chosen: readonly ChosenFile[],
  rows: readonly Known[],
): FileMatches<Known> {
  const byMark = new Map<string, Known[]>();
  for (const row of rows) byMark.set(markOf(row), [...(byMark.get(markOf(row)) ?? []), row]);
  const taken = new Set<Known>();
  const found = new Map<number, Known>();
  const take = (isSame: (row: Known, file: ChosenFile) => boolean) =>
    chosen.forEach((file, at) => {
      if (found.has(at)) return;
      const row = byMark.get(markOf(file))?.find((one) => !taken.has(one) && isSame(one, file));
      if (row === undefined) return;
      taken.add(row);
      found.set(at, row);
    });
  take((row, file) => normalPath(row.path) === normalPath(file.path));
  take(() => true);
  return {
    known: [...found].map(([at, row]) => ({ chosen: at, row })),
    added: chosen.flatMap((_, at) => (found.has(at) ? [] : [at])),
  };
}

/** A path with `/`, in Unicode's composed form, without `./` before it. */
export function normalPath(path: string): string {
  return path
    .normalize('NFC')
    .replaceAll('\\', '/')
    .replace(/^(?:\.?\/)+/, '');
}

export function baseName(path: string): string {
  return normalPath(path).split('/').at(-1) ?? path;
}

/** Some systems keep whole seconds, so the date counts in seconds. */
function markOf({ path, sizeBytes, modifiedMs }: ChosenFile): string {
  return `${baseName(path)}\n${sizeBytes}\n${Math.floor(modifiedMs / 1000)}`;
}
