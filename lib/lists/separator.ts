/** What stands between the values of a line. `null`: the list has one column. */
export type Separator = string | null;

const usual = [',', ';', '\t'];

export interface ListText {
  readonly separator: Separator;
  /** The list without its `sep=` line. */
  readonly text: string;
  /** How many lines were left out above it. */
  readonly linesBefore: number;
}

/**
 * Finds the separator: in a first line `sep=;`, as Excel writes it, else the one by which the line of column names
 * has a column "file" and the most columns.
 */
export function findSeparator(text: string): ListText {
  const named = /^"?sep=(.)"?\n/i.exec(text);
  if (named) return { separator: named[1] ?? null, text: text.slice(named[0].length), linesBefore: 1 };
  const header = text.split('\n').find((line) => line.trim() !== '') ?? '';
  const [best] = usual
    .map((separator) => {
      const names = header.split(separator).map((name) => name.replaceAll('"', '').trim().toLowerCase());
      return { separator, columns: names.length, hasFile: names.includes('file') };
    })
    .filter(({ columns }) => columns > 1)
    .sort((a, b) => Number(b.hasFile) - Number(a.hasFile) || b.columns - a.columns);
  return { separator: best?.separator ?? null, text, linesBefore: 0 };
}

/** As a person names it. */
export function separatorName(separator: Separator): string {
  const names: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab' };
  return separator === null ? 'separator' : (names[separator] ?? `"${separator}"`);
}
