import { type ArrivalCounts } from '@/lib/catalog/arrivals';
import { type FolderSummary } from '@/lib/ingest/folder/folder-summary';
import { counted } from '@/lib/platform/counted';
import { arrivalsText, intendedText } from './arrivals-text';

const linesShown = 20;

/**
 * What `gafu add` prints when it is done.
 * @param ended whether it was ended before the last row
 */
export function summaryText(summary: FolderSummary, ended: boolean): string {
  const { dryRun, refused, repeated, nearDuplicates, updates, unreadDates, ignoredColumns } = summary;
  return [
    ...(ended ? ['Ended before the last row. The same command goes on from here.'] : []),
    dryRun ? intention(summary) : result(summary),
    ...(ignoredColumns.length > 0 ? [`Columns not used: ${ignoredColumns.join(', ')}.`] : []),
    ...section(
      'Refused:',
      refused.map((row) => `${place(row)}: ${row.reason}`),
    ),
    ...section(
      dryRun ? 'To be updated:' : 'Updated:',
      updates.map((row) => `${place(row)}: ${row.changed.join(', ')}`),
    ),
    ...section(
      'The same picture as a row above, so nothing was done for it:',
      repeated.map((row) => `${place(row)}: as line ${row.sameAsLine}`),
    ),
    ...section(
      `${counted(unreadDates.length, 'date')} could not be read, so these works have no year:`,
      unreadDates.map((row) => `${place(row)}: "${row.date}"`),
    ),
    ...section(
      'These look like works that were there already; remove one if they are the same:',
      nearDuplicates.map(
        (row) => `${place(row)}: ${row.works.map(({ id, title }) => `"${title}" (${id})`).join(', ')}`,
      ),
    ),
  ].join('\n');
}

function result({ seconds, ...summary }: FolderSummary): string {
  const { added, updated, unchanged } = summary;
  const rate = ((added + updated + unchanged) / Math.max(seconds, 0.001)).toFixed(1);
  const text = arrivalsText(countsOf(summary), 'row');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)} (${seconds.toFixed(0)} s, ${rate} a second).`;
}

function intention(summary: FolderSummary): string {
  return `Nothing was changed. This list ${intendedText(countsOf(summary), 'row')}.`;
}

function countsOf({ refused, ...counts }: Omit<FolderSummary, 'seconds'>): ArrivalCounts {
  return { ...counts, refused: refused.length };
}

function place({ line, file }: { line: number; file: string | null }): string {
  return `line ${line}${file === null ? '' : ` (${file})`}`;
}

/** A heading and the first lines below it; nothing if there are none. */
export function section(heading: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const more = lines.length - linesShown;
  return [
    heading,
    ...lines.slice(0, linesShown).map((line) => `  ${line}`),
    ...(more > 0 ? [`  and ${more} more; --json lists them all.`] : []),
  ];
}
