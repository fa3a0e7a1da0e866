import { type Cells } from '@/lib/batch/cells';

/** Shown although they are empty. */
const usual = ['title', 'artist', 'year', 'medium'];

/** Classes; all others have the same width. */
const widths = new Map([
  ['title', 'w-64 min-w-64'],
  ['artist', 'w-48 min-w-48'],
  ['year', 'w-28 min-w-28'],
  ['description', 'w-80 min-w-80'],
  ['alt_text', 'w-80 min-w-80'],
]);

export function columnWidth(column: string): string {
  return widths.get(column) ?? 'w-40 min-w-40';
}

/** The usual columns, those that say something, and those that a curator has asked for. */
export function shownColumns(
  columns: readonly string[],
  rows: readonly { readonly cells: Cells }[],
  chosen: ReadonlySet<string>,
): string[] {
  return columns.filter(
    (column) =>
      usual.includes(column) || chosen.has(column) || rows.some(({ cells }) => (cells[column] ?? '') !== ''),
  );
}
