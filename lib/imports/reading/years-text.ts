import { readDate } from '@/lib/dates/read-date';

/**
 * The date of a work. A museum's own words come first; its years, which editors have checked, are used if those words
 * cannot be read.
 *
 * @param from the first year, negative before the common era
 */
export function dated(
  words: string | null | undefined,
  from: number | null | undefined,
  to: number | null | undefined,
): { readonly dateText: string | null; readonly year: number | null } {
  const dateText = words?.trim() || yearsText(from, to);
  const isRead = dateText !== null && readDate(dateText) !== null;
  return { dateText, year: isRead ? null : from || null };
}

function yearsText(from: number | null | undefined, to: number | null | undefined): string | null {
  if (!from && !to) return null;
  if (!from || !to || from === to) return oneYear(from || to || 0);
  return `${oneYear(from)}–${oneYear(to)}`;
}

function oneYear(year: number): string {
  return year < 0 ? `${-year} BC` : String(year);
}

/** The year that a date such as `1827-05-01`, or a text with a year in it, begins with; null if it has none. */
export function yearIn(date: string | null | undefined): number | null {
  return Number(/-?\d{3,4}/.exec(date ?? '')?.[0] ?? 0) || null;
}
