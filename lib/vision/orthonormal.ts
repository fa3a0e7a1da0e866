/**
 * Replaces the columns of a matrix by an orthonormal basis of the same space: Gram–Schmidt in double precision,
 * every column twice, which keeps them orthogonal to rounding ("twice is enough", Giraud et al. 2005). Columns
 * that add nothing new become zero.
 *
 * @param rows the matrix transposed: one entry per column, all of one length. Changed in place.
 */
export function orthonormalise(rows: readonly Float64Array[]): void {
  rows.forEach((row, index) => {
    const before = length(row);
    for (let pass = 0; pass < 2; pass++) {
      for (const earlier of rows.slice(0, index)) subtractMultiple(row, earlier, innerProduct(row, earlier));
    }
    const after = length(row);
    const scale = after > before * 1e-10 ? 1 / after : 0;
    for (let i = 0; i < row.length; i++) row[i] = (row[i] as number) * scale;
  });
}

function innerProduct(a: Float64Array, b: Float64Array): number {
  let even = 0;
  let odd = 0;
  let i = 0;
  for (; i + 1 < a.length; i += 2) {
    even += (a[i] as number) * (b[i] as number);
    odd += (a[i + 1] as number) * (b[i + 1] as number);
  }
  return i < a.length ? even + odd + (a[i] as number) * (b[i] as number) : even + odd;
}

function subtractMultiple(target: Float64Array, source: Float64Array, factor: number): void {
  for (let i = 0; i < target.length; i++) target[i] = (target[i] as number) - factor * (source[i] as number);
}

function length(vector: Float64Array): number {
  return Math.sqrt(innerProduct(vector, vector));
}
