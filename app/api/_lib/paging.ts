import { type z } from 'zod';
import { formatParameters } from '@/lib/search/query';
import { type pagingLinksSchema } from './artwork.schema';

/**
 * Links to the pages around this one.
 * @param pairs the parameters that all pages share, in order
 */
export function pagingLinks(
  path: string,
  pairs: readonly (readonly string[])[],
  { page, pages }: { readonly page: number; readonly pages: number },
): z.input<typeof pagingLinksSchema> {
  const link = (to: number) => {
    const parameters = formatParameters([
      ...pairs.map((pair) => [...pair]),
      ...(to === 1 ? [] : [['page', String(to)]]),
    ]);
    return parameters === '' ? path : `${path}?${parameters}`;
  };
  return {
    self: link(page),
    first: link(1),
    previous: page > 1 ? link(page - 1) : null,
    next: page < pages ? link(page + 1) : null,
    last: link(Math.max(1, pages)),
  };
}
