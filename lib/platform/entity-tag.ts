const entityTag = /(?:W\/)?("[\x21\x23-\x7e\x80-\xff]*")/g;

/**
 * Whether an `If-None-Match` names this entity tag: alone or in a list, by weak comparison, so that `W/"a"` and `"a"`
 * are the same. RFC 9110, sections 8.8.3.2 and 13.1.2.
 * @param etag with its quotes
 */
export function namesEntityTag(ifNoneMatch: string | null, etag: string): boolean {
  const opaque = etag.replace(/^W\//, '');
  return [...(ifNoneMatch ?? '').matchAll(entityTag)].some(([, named]) => named === opaque);
}

/** Whether it is `*`: any representation that exists. */
export function namesAnyEntity(ifNoneMatch: string | null): boolean {
  return ifNoneMatch?.trim() === '*';
}
