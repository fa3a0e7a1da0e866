import { browseHref, parseBrowseQuery } from '@/app/[locale]/browse/browse-query';
import { type Artwork } from '@/lib/catalog/artwork';
import { listArtworks } from '@/lib/catalog/artworks.repository';
import { database } from '@/lib/catalog/database';
import { Problem } from '@/lib/platform/problem';
import { parseSearchQuery, searchHref } from '@/lib/search/query';
import { isUploadRef } from '@/lib/search/question/term';
import { search } from '@/lib/search/search.service';

/** Where a visitor came from: a list, and the works beside this one on it. */
export interface ListPlace {
  /** Of the list's page, a path. */
  readonly href: string;
  /** From 1, over all pages. */
  readonly rank: number;
  readonly previous: Artwork | null;
  readonly next: Artwork | null;
}

/** A list whose works can be read from any place on. */
interface OrderedList {
  readonly href: string;
  /** @param page from 1, of {@link pageSize} works */
  readonly read: (page: number) => Promise<readonly Artwork[]>;
}

const pageSize = 50;
const rankMax = 5_000;

/**
 * The place on a list that the address of a work's page names, with the parameters `from` and `at` (a list's path and
 * a rank). What they say is not trusted.
 * @returns null without such a list, or if the work is no longer at that place
 */
export async function readListPlace(artworkId: string, params: URLSearchParams): Promise<ListPlace | null> {
  const rank = Number(params.get('at'));
  if (!Number.isInteger(rank) || rank < 1 || rank > rankMax) return null;
  try {
    const list = listAt(params.get('from') ?? '');
    if (list === null) return null;
    const pageOf = (place: number) => Math.ceil(place / pageSize);
    const first = pageOf(Math.max(1, rank - 1));
    const pages = pageOf(rank + 1) === first ? [first] : [first, first + 1];
    const works = (await Promise.all(pages.map(list.read))).flat();
    const here = rank - 1 - (first - 1) * pageSize;
    if (works[here]?.id !== artworkId) return null;
    return { href: list.href, rank, previous: works[here - 1] ?? null, next: works[here + 1] ?? null };
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}

/** @throws Problem for parameters that the list's page would refuse */
function listAt(from: string): OrderedList | null {
  if (!/^\/(browse|search)(\?|$)/.test(from)) return null;
  const { pathname, searchParams } = new URL(from, 'http://list');
  if (pathname === '/browse') {
    const query = { ...parseBrowseQuery(searchParams), page: 1 };
    const { filter, sort } = query;
    const read = async (page: number) =>
      (await listArtworks(await database(), { filter, sort, offset: (page - 1) * pageSize, limit: pageSize }))
        .artworks;
    return { href: browseHref(query), read };
  }
  const query = { ...parseSearchQuery(searchParams), page: 1 };
  // The id of an upload is a secret that would be passed on with the address of every work.
  if (query.terms.length === 0 || query.terms.some(({ ref }) => isUploadRef(ref))) return null;
  const read = async (page: number) =>
    (await search({ ...query, page }, { withFacets: false, pageSize })).hits.map(({ artwork }) => artwork);
  return { href: searchHref(query), read };
}
