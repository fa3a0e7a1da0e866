import { dot } from '@/lib/vision/dot';
import fc from 'fast-check';
import { rankAll } from './rank-all';

const vectors = fc.array(
  fc
    .array(fc.integer({ min: -3, max: 3 }), { minLength: 3, maxLength: 3 })
    .map((values) => Float32Array.from(values)),
  { minLength: 2, maxLength: 40 },
);

/** From the definition: sort everything, equal similarities by index. */
function naiveRanking(embeddings: readonly Float32Array[], query: number): number[] {
  const self = embeddings[query] ?? new Float32Array();
  return embeddings
    .map((embedding, index) => ({ index, similarity: dot(self, embedding) }))
    .filter(({ index }) => index !== query)
    .sort((a, b) => b.similarity - a.similarity || a.index - b.index)
    .map(({ index }) => index);
}

test('rankings are those of a full sort, cut at the depth, ties included', () => {
  fc.assert(
    fc.property(vectors, fc.integer({ min: 1, max: 50 }), (embeddings, depth) => {
      const rankings = rankAll(embeddings, { depth });
      rankings.forEach((ranking, query) =>
        expect(ranking).toEqual(naiveRanking(embeddings, query).slice(0, depth)),
      );
    }),
  );
});

test('leaves out pairs that are not allowed and pictures that are no queries', () => {
  const embeddings = [1, 2, 3].map((value) => Float32Array.of(value));
  const options = {
    depth: 3,
    allowed: (_: number, candidate: number) => candidate !== 2,
    isQuery: (query: number) => query !== 1,
  };
  expect(rankAll(embeddings, options)).toEqual([[1], [], [1, 0]]);
});
