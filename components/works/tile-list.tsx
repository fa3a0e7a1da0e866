'use client';

import { createContext, useContext } from 'react';
import { type Artwork } from '@/lib/catalog/artwork';
import { workHref, workOnListHref } from '@/lib/catalog/work-address';

const ListAddress = createContext<string | null>(null);

/** Tiles that are on one list, so that a work's page leads on along it. The list's address is sent once for all. */
export function TileList({ from, children }: { from: string; children: React.ReactNode }) {
  return <ListAddress value={from}>{children}</ListAddress>;
}

/** The address of a work's page. @param at its rank on the list around it, from 1 */
export function useWorkHref(work: Pick<Artwork, 'id' | 'title'>, at: number | undefined): string {
  const from = useContext(ListAddress);
  return from === null || at === undefined ? workHref(work) : workOnListHref(work, { from, at });
}
