import { database } from '@/lib/catalog/database';
import { Problem } from '@/lib/platform/problem';
import { oncePerRequest } from '@/lib/platform/request-context';
import { formatSearchQuery, type SearchQuery } from '@/lib/search/query';
import { type ResolvedQuery, resolveQuery } from '@/lib/search/resolve-query';

/**
 * Resolves the query of an address, once per request: for the status that the proxy gives, and for the page.
 * @throws Problem `invalid-request` for a query without pictures, which has nothing to show; else as `resolveQuery`
 */
export async function resolveSearch(query: SearchQuery): Promise<ResolvedQuery> {
  if (query.terms.length === 0)
    throw new Problem(
      'invalid-request',
      'A search needs a picture to start from: style=<id>, content=<id> or palette=<id>, of a work or of an upload.',
      { parameter: 'style', allowed: 'at least one style, content or palette parameter' },
    );
  return oncePerRequest(`search ${formatSearchQuery(query)}`, async () =>
    resolveQuery(await database(), query),
  );
}
