import { EigenvalueDecomposition } from 'ml-matrix';

export interface EigenPair {
  readonly value: number;
  /** Unit length. */
  readonly vector: Float64Array;
}

/**
 * Eigenvalues and eigenvectors of a symmetric matrix, largest value first: Householder tridiagonalisation and
 * implicit QL, in double precision. For the matrices that are left after a randomised projection, some hundreds
 * of rows: 512 take about a second.
 *
 * @param matrix [side][side], left as it is
 */
export function symmetricEigen(matrix: readonly Float64Array[]): EigenPair[] {
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(
    matrix.map((row) => Array.from(row)),
    { assumeSymmetric: true },
  );
  return realEigenvalues
    .map((value, column) => ({ value, vector: Float64Array.from(eigenvectorMatrix.getColumn(column)) }))
    .sort((a, b) => b.value - a.value);
}
