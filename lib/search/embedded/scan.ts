/**
 * Adds to `scores` the dot product of `query` with each of the chosen rows of a row-major table, in double
 * precision, so that the same sum in another order differs only far behind what a stored float can tell apart.
 * @param vectors rows × dims, contiguous; may be longer than the rows in use
 * @param query as long as the values that are added; a blend need not be of unit length
 * @param rows which rows take part; the first `scores.length` where it is null
 * @param scores one a row, added to in place
 * @param from the first value of a row that is added
 */
export function addDotProducts(
  vectors: Float32Array,
  dims: number,
  query: Float64Array,
  rows: Int32Array | null,
  scores: Float64Array,
  from = 0,
): void {
  const count = rows === null ? scores.length : rows.length;
  for (let i = 0; i < count; i++) {
    const row = rows === null ? i : (rows[i] ?? 0);
    scores[row] = (scores[row] ?? 0) + dotProduct(vectors, row * dims + from, query);
  }
}

/** Four sums at once, because one alone waits for each addition before the next. */
function dotProduct(vectors: Float32Array, start: number, query: Float64Array): number {
  const dims = query.length;
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let i = 0;
  for (; i + 3 < dims; i += 4) {
    a += (vectors[start + i] as number) * (query[i] as number);
    b += (vectors[start + i + 1] as number) * (query[i + 1] as number);
    c += (vectors[start + i + 2] as number) * (query[i + 2] as number);
    d += (vectors[start + i + 3] as number) * (query[i + 3] as number);
  }
  for (; i < dims; i++) a += (vectors[start + i] as number) * (query[i] as number);
  return a + b + (c + d);
}
