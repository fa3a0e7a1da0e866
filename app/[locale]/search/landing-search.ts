import { searchHref, type SearchQuery } from '@/lib/search/query';
import { isUploadRef } from '@/lib/search/question/term';

/**
 * Whether search engines may list a search: the one for works in the style of a work, of which there are as many as
 * works. They would follow endless combinations of anything more. `app/robots.ts` says the same of addresses.
 */
export function isLandingSearch(query: SearchQuery): boolean {
  const [term] = query.terms;
  if (query.terms.length !== 1 || term?.kind !== 'style' || isUploadRef(term.ref)) return false;
  return searchHref(query) === `/search?style=${term.ref}`;
}
