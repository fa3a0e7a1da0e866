/**
 * The cells of a block that was copied in a spreadsheet: lines, with tabs between cells. A cell with a tab, line break
 * or quotation mark is in quotation marks, and those inside it are doubled.
 */
export function readBlock(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const source = text.replace(/\r\n?/g, '\n');
  while (at <= source.length) {
    const quoted = source[at] === '"' ? quotedCell(source, at) : null;
    const end = quoted?.end ?? endOfCell(source, at);
    row.push(quoted?.cell ?? source.slice(at, end));
    at = end + 1;
    if (source[end] === '\t') continue;
    rows.push(row);
    row = [];
  }
  // The line break that ends the block begins no row.
  if (rows.length > 1 && rows.at(-1)?.join('') === '') rows.pop();
  return rows;
}

export function writeBlock(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map(cell).join('\t')).join('\n');
}

function endOfCell(source: string, from: number): number {
  const found = source.slice(from).search(/[\t\n]/);
  return found === -1 ? source.length : from + found;
}

/** Null if the quotation mark stands for itself. */
function quotedCell(source: string, from: number): { cell: string; end: number } | null {
  const found = /^"((?:[^"]|"")*)"(?=[\t\n]|$)/.exec(source.slice(from));
  return found?.[1] === undefined
    ? null
    : { cell: found[1].replaceAll('""', '"'), end: from + found[0].length };
}
