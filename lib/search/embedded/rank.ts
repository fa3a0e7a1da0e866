import { blendTerms, explainCosines } from '../blend';
import { type IndexHit, type IndexRequest } from '../search-index';
import { topK } from './top-k';
import { type WorkTable } from './work-table';

/** A row of a table, and its work's score. */
export interface RankedRow {
  readonly row: number;
  readonly score: number;
}

/**
 * Ranks the works of a table, each compared by all its values (docs/decisions/052-exact-at-any-size.md).
 * Works that lack an embedding in a space that is asked for take no part.
 * @param matching the ids that the request's filter leaves; null where it leaves all
 * @returns one page, best first and equal scores by id, and how many works there are in all
 */
export function rankWorks(
  table: WorkTable,
  request: Pick<IndexRequest, 'terms' | 'excludeIds' | 'offset' | 'limit'>,
  matching: Iterable<string> | null,
): { best: RankedRow[]; total: number } {
  const directions = blendTerms(request.terms);
  const rows = withoutExcluded(
    table,
    table.rowsWithAll(
      directions.map(({ spaceId }) => spaceId),
      matching,
    ),
    request.excludeIds,
  );

  const scores = new Float64Array(table.size);
  for (const { spaceId, vector } of directions)
    table.vectorsIn(spaceId)?.addDotProducts(vector, rows, scores);
  const byId = (a: number, b: number) => (table.idAt(a) < table.idAt(b) ? -1 : 1);
  const best = topK(scores, rows, request.offset + request.limit, byId).slice(request.offset);
  return { best: best.map((row) => ({ row, score: scores[row] ?? 0 })), total: rows.length };
}

/** The ranked rows as hits, each with the cosines that explain its score. */
export function indexHitsOf(
  table: WorkTable,
  { terms, withEmbeddings = false }: Pick<IndexRequest, 'terms' | 'withEmbeddings'>,
  best: readonly RankedRow[],
): IndexHit[] {
  const spaceOf = new Map(terms.map(({ kind, spaceId }) => [kind, spaceId]));
  // A copy, since the table may change before the hits are used.
  const embeddingAt = (row: number) => table.vectorAt(row, terms[0]?.spaceId ?? '').slice();
  return best.map(({ row, score }) => ({
    artworkId: table.idAt(row),
    score,
    cosines: explainCosines(terms, (kind) => table.vectorAt(row, spaceOf.get(kind) ?? '')),
    ...(withEmbeddings ? { embedding: embeddingAt(row) } : {}),
  }));
}

/** Closes the gap that each excluded row leaves, in place: they are few, and a test of every row costs more. */
function withoutExcluded(table: WorkTable, rows: Int32Array, excludeIds: readonly string[]): Int32Array {
  let left = rows;
  for (const id of excludeIds) {
    const at = left.indexOf(table.rowOf(id) ?? -1);
    if (at < 0) continue;
    left.copyWithin(at, at + 1);
    left = left.subarray(0, left.length - 1);
  }
  return left;
}
