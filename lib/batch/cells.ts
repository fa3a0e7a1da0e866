/** What is said of a work, by the column of a list; blank or left out: nothing. Several values by semicolons. */
export type Cells = Readonly<Record<string, string>>;

/** What each source says of a work, the later before the earlier. A text that is blank in a file says nothing. */
export function mergeCells({
  path,
  embedded,
  listed,
  typed,
}: {
  /** What the file's name says. */
  readonly path: Cells;
  /** What is written in the file. */
  readonly embedded: Cells;
  /** What the list says. */
  readonly listed: Cells;
  /** What a curator typed; a blank one clears what the others say. */
  readonly typed: Cells;
}): Cells {
  return { ...path, ...withoutBlank(embedded), ...withoutBlank(listed), ...typed };
}

function withoutBlank(cells: Cells): Cells {
  return Object.fromEntries(Object.entries(cells).filter(([, text]) => text.trim() !== ''));
}
