import { database } from '@/lib/catalog/database';
import { oncePerRequest } from '@/lib/platform/request-context';
import { formatSearchQuery, type SearchQuery } from '@/lib/search/query';
import { type ResolvedQuery, resolveQuery } from '@/lib/search/resolve-query';

/** Resolves the query of an address, once per request: for the status that the proxy gives, and for the page. */
export function resolveSearch(query: SearchQuery): Promise<ResolvedQuery> {
  return oncePerRequest(`search ${formatSearchQuery(query)}`, async () =>
    resolveQuery(await database(), query),
  );
}
