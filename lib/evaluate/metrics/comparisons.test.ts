import { compared, comparisons, type Comparison } from './comparisons';
import { dot } from '@/lib/vision/dot';

const vectors = [
  [3, 0],
  [1, 0.2],
  [0.5, 3],
  [-1, 1],
].map((values) => Float32Array.from(values));

/** How the first vector ranks the others. */
function order(comparison: Comparison): number[] {
  const { queries, embeddings } = compared(vectors, comparison);
  const scores = embeddings.map((candidate) => dot(queries[0] ?? candidate, candidate));
  return [1, 2, 3].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
}

function unitOf(index: number): Float32Array {
  return compared(vectors, 'cosine').embeddings[index] as Float32Array;
}

describe('a comparison', () => {
  it('by cosine looks at directions alone', () => expect(order('cosine')).toEqual([1, 2, 3]));

  it('by L2 ranks by distance', () => {
    const distance = (index: number) =>
      Math.hypot(3 - (vectors[index]?.[0] ?? 0), 0 - (vectors[index]?.[1] ?? 0));
    expect(order('l2')).toEqual([1, 2, 3].sort((a, b) => distance(a) - distance(b)));
  });

  it('by dot product favours long vectors', () => {
    const { queries, embeddings } = compared(vectors, 'dot');
    expect(dot(queries[0] ?? new Float32Array(), embeddings[2] ?? new Float32Array())).toBeCloseTo(1.5);
  });

  it('by CSLS takes the mean cosine to its neighbours off a candidate’s score', () => {
    const { queries, embeddings } = compared(vectors, 'csls');
    const unit = compared(vectors, 'cosine').embeddings;
    const cosine = (a: number, b: number) => dot(unit[a] as Float32Array, unit[b] as Float32Array);
    // With four vectors all the others are neighbours.
    const crowding = (cosine(1, 0) + cosine(1, 2) + cosine(1, 3)) / 3;
    expect(dot(queries[0] as Float32Array, embeddings[1] as Float32Array)).toBeCloseTo(
      cosine(0, 1) - crowding / 2,
      5,
    );
  });

  it('with expansion pulls a query to its nearest, and leaves what it does not expand', () => {
    const plain = compared(vectors, 'cosine');
    const query = compared(vectors, 'query-expansion');
    expect(query.embeddings).toEqual(plain.embeddings);
    expect(dot(query.queries[0] as Float32Array, plain.embeddings[1] as Float32Array)).toBeGreaterThan(
      dot(plain.queries[0] as Float32Array, plain.embeddings[1] as Float32Array),
    );
    const database = compared(vectors, 'database-augmentation');
    expect(database.queries).toEqual(plain.queries);
    expect(database.embeddings[0]).not.toEqual(plain.embeddings[0]);
  });

  it.each(comparisons)('by %s asks with a picture from outside as with one of its own', (comparison) => {
    const { queries, ask } = compared(vectors, comparison);
    const asked = ask(vectors[2] ?? new Float32Array());
    // To a picture from outside its nearest is the same picture, which expansion adds; among its own it is left out.
    if (comparison === 'query-expansion') expect(dot(asked, unitOf(2))).toBeGreaterThan(0.99);
    else expect(asked).toEqual(queries[2]);
    expect(vectors[2]).toEqual(Float32Array.of(0.5, 3));
  });

  it('in 8 bits is within a hundredth of the cosine, in one bit counts equal signs', () => {
    const plain = compared(vectors, 'cosine');
    const eight = compared(vectors, 'int8');
    expect(dot(eight.queries[0] as Float32Array, eight.embeddings[2] as Float32Array)).toBeCloseTo(
      dot(plain.queries[0] as Float32Array, plain.embeddings[2] as Float32Array),
      2,
    );
    const bits = compared(vectors, 'binary');
    expect(dot(bits.queries[0] as Float32Array, bits.embeddings[3] as Float32Array)).toBe(0);
  });
});
