import { type IndexAnswer, type IndexRequest, type SearchIndex } from '../search-index';
import { expandedKinds, expansionWindow, rerank } from './query-expansion';

/**
 * Asks an index, and puts the nearest works in a new order by what they have in common: docs/decisions/041-query-expansion.md.
 * Only searches for what is like one picture in style; all others are answered as the index answers them.
 * @throws Problem as {@link SearchIndex.search}
 */
export async function expandedSearch(index: SearchIndex, request: IndexRequest): Promise<IndexAnswer> {
  const { terms, offset, limit } = request;
  const [term] = terms;
  const isExpanded =
    terms.length === 1 && term !== undefined && expandedKinds.includes(term.kind) && term.weight > 0;
  if (!isExpanded || offset >= expansionWindow) return index.search(request);
  const end = offset + limit;
  const answer = await index.search({
    ...request,
    offset: 0,
    limit: Math.max(end, expansionWindow),
    withEmbeddings: true,
  });
  const near = answer.hits.slice(0, expansionWindow);
  const hits = rerank(
    term.vector,
    near.map(({ embedding = [] }) => embedding),
  ).flatMap(({ index: place, score }) => {
    const hit = near[place];
    return hit ? [{ ...hit, score: term.weight * score }] : [];
  });
  return { ...answer, hits: [...hits, ...answer.hits.slice(expansionWindow)].slice(offset, end) };
}
