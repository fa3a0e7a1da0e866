import { useBackend } from '@/lib/vision/node/backend';
import { seededNormals } from '@/lib/vision/random';
import { clusters } from './clusters';
import { contrastiveHead } from './contrastive-head';

const width = 6;
const perClass = 20;
const classCount = 4;
const size = perClass * classCount;
const classes = Array.from({ length: size }, (_, index) => index % classCount);

/** Rows whose class shows in column 5 and 4 alone, weaker than the noise of the others. */
function rowsOf(count: number, seed: number): Float32Array {
  const normals = seededNormals(count * width, seed);
  const rows = Float32Array.from(normals);
  for (let row = 0; row < count; row++) {
    const own = classes[Math.floor((row * size) / count)] ?? 0;
    rows[row * width + 5] = own < 2 ? 0.8 : -0.8;
    rows[row * width + 4] = own % 2 ? 0.8 : -0.8;
  }
  return rows;
}

/** Share of rows whose nearest other row, after the head, is of their class. */
function precision(head: Float32Array, rows: Float32Array): number {
  const dimensions = head.length / width;
  const projected = Array.from({ length: size }, (_, row) =>
    Array.from({ length: dimensions }, (_unused, d) => {
      let sum = 0;
      for (let i = 0; i < width; i++) sum += (head[d * width + i] ?? 0) * (rows[row * width + i] ?? 0);
      return sum;
    }),
  );
  const cosine = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0) / (Math.hypot(...a) * Math.hypot(...b));
  const right = projected.filter((row, index) => {
    const others = projected.map((other, at) => (at === index ? -2 : cosine(row, other)));
    return classes[others.indexOf(Math.max(...others))] === classes[index];
  });
  return right.length / size;
}

beforeAll(() => useBackend('wasm'));

describe('a contrastive head', () => {
  it('learns to look where the classes differ', async () => {
    const wholes = rowsOf(size, 1);
    const parts = rowsOf(size * 4, 2);
    const start = new Float32Array(2 * width);
    start[0] = start[width + 1] = 1;
    const head = await contrastiveHead({ wholes, parts, width, classes, dimensions: 2 });
    const unseen = rowsOf(size, 3);
    expect(precision(start, unseen)).toBeLessThan(0.4);
    expect(precision(head, unseen)).toBeGreaterThan(0.5);
  }, 60_000);
});

describe('clusters', () => {
  it('keep together what points the same way', () => {
    const rows = Float32Array.from([1, 0, 2, 0.1, 0, 1, 0.1, 3, 5, 0]);
    const [a, b, c, d, e] = clusters(rows, 2, { count: 2, seed: 3 });
    expect([b, e]).toEqual([a, a]);
    expect(d).toBe(c);
    expect(c).not.toBe(a);
  });
});
