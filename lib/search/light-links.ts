import { type EmbeddingKind } from '@/lib/vision/embedding';

/*
 * Links of a list of hits that a browser writes itself, without the grammar of searches (./query), which every search
 * would have to load for them. What needs the grammar is prepared by the server.
 */

/** An address that is ready but for the work that is added: its parameters in canonical order. */
export interface AddTemplate {
  readonly kind: EmbeddingKind;
  readonly before: readonly string[];
  /** The parameters of the other pictures of this kind, in the order of their keys. */
  readonly others: readonly string[];
  /** What follows the work's id: `~weight`, or nothing. */
  readonly weight: string;
  readonly after: readonly string[];
}

/** The search with the work `id` in it, in the one canonical form. */
export function addedHref({ kind, before, others, weight, after }: AddTemplate, id: string): string {
  const keyOf = (parameter: string) => parameter.slice(kind.length + 1).split('~')[0] ?? '';
  const at = others.filter((other) => keyOf(other) < id).length;
  const own = `${kind}=${id}${weight}`;
  return `/search?${[...before, ...others.slice(0, at), own, ...others.slice(at), ...after].join('&')}`;
}

/** The results for a work alone. */
export function searchFromHref(id: string, kind: EmbeddingKind): string {
  return `/search?${kind}=${id}`;
}

/** A further page of a list. @param list the address of its first page */
export function listPageHref(list: string, page: number): string {
  return page === 1 ? list : `${list}${list.includes('?') ? '&' : '?'}page=${page}`;
}
