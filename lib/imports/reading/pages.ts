import { type SourcePage } from '../source';
import { type SourceItem } from '../record';

/** A page of a list that is asked for by how many works come before it. @param offset of the page's first work */
export function pageAtOffset(offset: number, items: readonly SourceItem[], total: number): SourcePage {
  const end = offset + items.length;
  return { items, next: items.length > 0 && end < total ? String(end) : null, total };
}

/** A page of a list that came whole. @param cursor of the page before */
export function pageOfWhole(
  items: readonly SourceItem[],
  cursor: string | null,
  pageSize: number,
): SourcePage {
  const start = Number(cursor ?? 0);
  return pageAtOffset(start, items.slice(start, start + pageSize), items.length);
}
