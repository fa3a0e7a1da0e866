import { type Cells } from './cells';
import { baseName, normalPath } from './match-files';

/** A line of a list that came with pictures. */
export interface ListedWork {
  readonly line: number;
  /** As written in the list. */
  readonly file: string;
  readonly cells: Cells;
}

export interface ListMatches {
  /** By the file's id. */
  readonly cells: ReadonlyMap<string, Cells>;
  /** Lines whose file was not chosen. */
  readonly missing: readonly ListedWork[];
  /** Lines that name a file which a line above names already. */
  readonly repeated: readonly ListedWork[];
}

/**
 * Finds the files that the lines of a list name: by path, whatever folder the list counts from, else by name, in other
 * case only if that leaves one file.
 */
export function matchList(
  works: readonly ListedWork[],
  files: readonly { readonly id: string; readonly path: string }[],
): ListMatches {
  const keysOf = (path: string) => {
    const parts = normalPath(path).split('/');
    return parts.map((_, from) => parts.slice(from).join('/'));
  };
  const index = new Map<string, string[]>();
  const note = (key: string, id: string) => index.set(key, [...(index.get(key) ?? []), id]);
  for (const { id, path } of files)
    for (const key of new Set(keysOf(path))) {
      note(key, id);
      note(`case ${key.toLowerCase()}`, id);
    }
  const only = (key: string) => {
    const ids = index.get(key) ?? [];
    return ids.length === 1 ? ids[0] : undefined;
  };
  const whole = new Map(files.map(({ id, path }) => [normalPath(path), id]));
  const cells = new Map<string, Cells>();
  const missing: ListedWork[] = [];
  const repeated: ListedWork[] = [];
  for (const work of works) {
    const path = normalPath(work.file);
    const name = baseName(work.file);
    const id =
      whole.get(path) ??
      [path, `case ${path.toLowerCase()}`, name, `case ${name.toLowerCase()}`]
        .map(only)
        .find((found) => found !== undefined);
    if (id === undefined) missing.push(work);
    else if (cells.has(id)) repeated.push(work);
    else cells.set(id, work.cells);
  }
  return { cells, missing, repeated };
}
