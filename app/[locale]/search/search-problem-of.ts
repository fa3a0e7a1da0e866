import { Problem } from '@/lib/platform/problem';
import { parseSearchQuery } from '@/lib/search/query';
import { indexTerms } from '@/lib/search/resolve-query';
import { searchIndex } from '@/lib/search/shared-index';
import { resolveSearch } from './resolve-search';

/** Why a search with these parameters has no results, found without searching; null if it has. */
export async function searchProblemOf(params: URLSearchParams): Promise<Problem | null> {
  try {
    const query = parseSearchQuery(params);
    indexTerms(await resolveSearch(query), query.terms);
    await (await searchIndex()).check();
    return null;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}
