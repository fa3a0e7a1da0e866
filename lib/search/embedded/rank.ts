import { blendTerms, explainCosines } from '../blend';
import { type IndexHit, type IndexRequest } from '../search-index';
import { addDotProducts } from './scan';
import { highest, topK } from './top-k';
import { type WorkTable } from './work-table';

/** A row of a table, and its work's score. */
export interface RankedRow {
  readonly row: number;
  readonly score: number;
}

/** Works that are compared by all their values. Of more, only those that come first by their leading values are. */
const exactMax = 20_000;
/** Of more works this share is compared by all values, and at least so many. */
const candidatesShare = 1 / 10;
const candidatesMin = 5000;

/**
 * Ranks the works of a table: exactly up to {@link exactMax} works, of more by the leading values of long vectors first
 * (docs/decisions/045-longer-vectors.md).
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
  const columns = directions.flatMap(({ spaceId, vector }) => {
    const column = table.column(spaceId);
    return column ? [{ ...column, vector }] : [];
  });
  const byId = (a: number, b: number) => (table.idAt(a) < table.idAt(b) ? -1 : 1);
  const wanted = request.offset + request.limit;
  let candidates = rows;
  const isNarrowed = rows.length > exactMax && columns.some(({ leadingDims }) => leadingDims > 0);
  if (isNarrowed) {
    for (const { vectors, dims, leading, leadingDims, vector } of columns)
      if (leadingDims > 0)
        addDotProducts(leading, leadingDims, vector.subarray(0, leadingDims), rows, scores);
      else addDotProducts(vectors, dims, vector, rows, scores);
    const count = Math.max(candidatesMin, rows.length * candidatesShare, 2 * wanted);
    candidates = highest(scores, rows, count);
  }
  for (const { vectors, dims, leadingDims, vector } of columns) {
    const from = isNarrowed ? leadingDims || dims : 0;
    addDotProducts(vectors, dims, vector.subarray(from), candidates, scores, from);
  }
  const best = topK(scores, candidates, wanted, byId).slice(request.offset);
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
