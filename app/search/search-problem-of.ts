import { database } from '@/lib/catalog/database';
import { Problem } from '@/lib/platform/problem';
import { findLiveNetwork } from '@/lib/search/live-network';
import { parseSearchQuery } from '@/lib/search/query';
import { findReferences, findVectors } from '@/lib/search/references';
import { searchIndex } from '@/lib/search/shared-index';

/** Why a search with these parameters has no results, found by a few look-ups without searching; null if it has. */
export async function searchProblemOf(params: URLSearchParams): Promise<Problem | null> {
  try {
    const { terms } = parseSearchQuery(params);
    if (terms.length === 0) return new Problem('invalid-request', 'A search needs a picture to start from.');
    const db = await database();
    const references = await findReferences(db, terms);
    const { spaces } = await findLiveNetwork(db);
    await findVectors(db, terms, references, spaces);
    await (await searchIndex()).check();
    return null;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}
