import { type ReactNode } from 'react';

/** The tiles of pages of one list, by page. */
export type ShownPages = ReadonlyMap<number, ReactNode>;

/** The pages with this one as it is now; those after it are forgotten, since they may have changed. */
export function withPage(known: ShownPages | undefined, page: number, tiles: ReactNode): ShownPages {
  const before = [...(known ?? [])].filter(([other]) => other < page);
  return new Map([...before, [page, tiles]]);
}

/** This page and those that lie before it without a gap, in order. */
export function shownOf(known: ShownPages, page: number): readonly { page: number; tiles: ReactNode }[] {
  const shown: { page: number; tiles: ReactNode }[] = [];
  for (let at = page; known.has(at); at--) shown.unshift({ page: at, tiles: known.get(at) });
  return shown;
}
