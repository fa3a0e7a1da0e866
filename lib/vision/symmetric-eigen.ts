export interface EigenPair {
  readonly value: number;
  /** Unit length. */
  readonly vector: Float64Array;
}

/**
 * Eigenvalues and eigenvectors of a symmetric matrix, largest value first: cyclic Jacobi rotations (Golub & Van
 * Loan, 8.5). Meant for the small matrices that are left after a randomised projection, up to some hundreds.
 *
 * @param matrix [side][side]; destroyed.
 */
export function symmetricEigen(matrix: readonly Float64Array[]): EigenPair[] {
  const side = matrix.length;
  const vectors = matrix.map((_, index) =>
    Float64Array.from({ length: side }, (_unused, j) => (j === index ? 1 : 0)),
  );
  for (let sweep = 0; sweep < 60; sweep++) {
    const { onDiagonal, offDiagonal } = energies(matrix);
    if (offDiagonal <= onDiagonal * 1e-24) break;
    for (let p = 0; p < side - 1; p++) for (let q = p + 1; q < side; q++) rotate(matrix, vectors, p, q);
  }
  return vectors
    .map((vector, index) => ({ value: at(matrix, index, index), vector }))
    .sort((a, b) => b.value - a.value);
}

/** Makes element (p, q) zero. Row k of `vectors` is the k-th eigenvector in the making. */
function rotate(
  matrix: readonly Float64Array[],
  vectors: readonly Float64Array[],
  p: number,
  q: number,
): void {
  const apq = at(matrix, p, q);
  if (apq === 0) return;
  const theta = (at(matrix, q, q) - at(matrix, p, p)) / (2 * apq);
  const tangent = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  for (const row of matrix) mix(row, row, p, q, cosine, sine);
  const [rowP, rowQ, vectorP, vectorQ] = [matrix[p], matrix[q], vectors[p], vectors[q]];
  if (!rowP || !rowQ || !vectorP || !vectorQ) return;
  for (let i = 0; i < rowP.length; i++) {
    mix(rowP, rowQ, i, i, cosine, sine);
    mix(vectorP, vectorQ, i, i, cosine, sine);
  }
}

function mix(a: Float64Array, b: Float64Array, i: number, j: number, cosine: number, sine: number): void {
  const [x, y] = [a[i] as number, b[j] as number];
  a[i] = cosine * x - sine * y;
  b[j] = sine * x + cosine * y;
}

function energies(matrix: readonly Float64Array[]): { onDiagonal: number; offDiagonal: number } {
  let onDiagonal = 0;
  let offDiagonal = 0;
  matrix.forEach((row, i) =>
    row.forEach((value, j) => {
      if (i === j) onDiagonal += value * value;
      else offDiagonal += value * value;
    }),
  );
  return { onDiagonal, offDiagonal };
}

function at(matrix: readonly Float64Array[], row: number, column: number): number {
  return matrix[row]?.[column] ?? 0;
}
