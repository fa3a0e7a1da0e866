import { type Artwork } from './artwork';

const slugLengthMax = 60;

/**
 * The path of a work's page: its id, which never changes, and its title for people to read. Any title in an address
 * leads to the page; the one that the work has now is its address.
 */
export function workHref({ id, title }: Pick<Artwork, 'id' | 'title'>): string {
  return `/works/${id}/${encodeURIComponent(titleSlug(title))}`;
}

/** The short path of a work's page, which stays when its title changes: for citations. */
export function workPermalink(id: string): string {
  return `/works/${id}`;
}

/** A place on a list of works. */
export interface OnList {
  /** Of the list's page: `/browse?movement=Cubism`. */
  readonly from: string;
  /** Rank, from 1, over all pages. */
  readonly at: number;
}

/** A work's page with the list that leads to it, so that it can lead on to the works beside it. */
export function workOnListHref(work: Pick<Artwork, 'id' | 'title'>, { from, at }: OnList): string {
  return `${workHref(work)}?${new URLSearchParams({ from, at: String(at) })}`;
}

/** A title as a part of an address: letters and digits of any script, lower case, with hyphens for all else. */
export function titleSlug(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .match(/[\p{L}\p{M}\p{N}]+/gu);
  let slug = '';
  for (const word of words ?? []) {
    const longer = slug === '' ? Array.from(word).slice(0, slugLengthMax).join('') : `${slug}-${word}`;
    if (longer.length > slugLengthMax) break;
    slug = longer;
  }
  return slug === '' ? 'untitled' : slug;
}
