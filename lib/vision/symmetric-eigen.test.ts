import { orthonormalise } from './orthonormal';
import { seededNormals } from './random';
import { symmetricEigen } from './symmetric-eigen';

describe('eigenvalues of a symmetric matrix', () => {
  it('are those of [[2, 1], [1, 2]], largest first', () => {
    const [first, second] = symmetricEigen([Float64Array.of(2, 1), Float64Array.of(1, 2)]);
    expect([first?.value, second?.value].map((value) => value?.toFixed(12))).toEqual([
      '3.000000000000',
      '1.000000000000',
    ]);
    expect(Math.abs(first?.vector[0] ?? 0)).toBeCloseTo(Math.SQRT1_2, 12);
    expect(first?.vector[0]).toBeCloseTo(first?.vector[1] ?? NaN, 12);
  });

  it('come with vectors that rebuild the matrix', () => {
    const side = 30;
    const normals = seededNormals(side * side, 3);
    const matrix = Array.from({ length: side }, (_, i) =>
      Float64Array.from(
        { length: side },
        (_unused, j) => (normals[i * side + j] ?? 0) + (normals[j * side + i] ?? 0),
      ),
    );
    const pairs = symmetricEigen(matrix);
    matrix.forEach((row, i) =>
      row.forEach((value, j) => {
        const rebuilt = pairs.reduce(
          (sum, pair) => sum + pair.value * (pair.vector[i] ?? 0) * (pair.vector[j] ?? 0),
          0,
        );
        expect(rebuilt).toBeCloseTo(value, 9);
      }),
    );
  });
});

describe('an orthonormal basis', () => {
  it('is orthonormal to rounding even when the columns are almost alike', () => {
    const base = seededNormals(200, 1);
    const rows = Array.from({ length: 8 }, (_, k) =>
      Float64Array.from(seededNormals(200, k + 2), (value, i) => (base[i] ?? 0) + value * 1e-7),
    );
    orthonormalise(rows);
    rows.forEach((a, i) =>
      rows.forEach((b, j) =>
        expect(a.reduce((sum, value, k) => sum + value * (b[k] ?? 0), 0)).toBeCloseTo(i === j ? 1 : 0, 12),
      ),
    );
  });

  it('gives zero for a column that adds nothing', () => {
    const rows = [Float64Array.of(1, 2), Float64Array.of(2, 4)];
    orthonormalise(rows);
    expect([...(rows[1] ?? [])]).toEqual([0, 0]);
  });
});
