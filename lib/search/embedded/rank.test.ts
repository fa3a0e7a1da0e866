import fc from 'fast-check';

import { type IndexRequest, type IndexTerm } from '../search-index';
import { toUnitLength } from '@/lib/vision/descriptor';
import { normalsFrom, seededRandom } from '@/lib/vision/random';
import { indexHitsOf, rankWorks } from './rank';
import { highest, topK } from './top-k';
import { WorkTable } from './work-table';

const dims = 6;
const styleSpace = 'style-space';
const contentSpace = 'content-space';

/** Coarse steps, so that equal scores happen. */
const vector = fc
  .array(fc.integer({ min: -2, max: 2 }), { minLength: dims, maxLength: dims })
  .map((values) => Float32Array.from(values));
const work = fc.record({
  style: fc.option(vector),
  content: fc.option(vector),
});
const term = fc.record({
  kind: fc.constantFrom('style' as const, 'content' as const),
  vector,
  weight: fc.constantFrom(1, 0.5, -1, -0.25),
});

type Work = { style: Float32Array | null; content: Float32Array | null };

function tableOf(works: readonly Work[]): WorkTable {
  const table = new WorkTable([contentSpace, styleSpace]);
  works.forEach(({ style, content }, i) => {
    if (style) table.set(`work${i}`, styleSpace, style);
    if (content) table.set(`work${i}`, contentSpace, content);
  });
  return table;
}

/** One page of an index's answer. */
function pageOf(
  table: WorkTable,
  request: Pick<IndexRequest, 'terms' | 'excludeIds' | 'offset' | 'limit'>,
  matching: readonly string[] | null,
) {
  const { best, total } = rankWorks(table, request, matching);
  return { hits: indexHitsOf(table, request, best), total };
}

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}

/** The definition of score and order, written out. */
function bruteForce(works: readonly Work[], terms: readonly IndexTerm[], among: (id: string) => boolean) {
  return works
    .map((work, i) => ({ id: `work${i}`, work }))
    .filter(({ id, work }) => (work.style ?? work.content) !== null && among(id))
    .flatMap(({ id, work }) => {
      const parts = terms.map(({ kind, vector, weight }) => {
        const own = kind === 'palette' ? null : work[kind];
        return own ? weight * dot(vector, own) : null;
      });
      return parts.includes(null) ? [] : [{ id, score: parts.reduce<number>((a, b) => a + (b ?? 0), 0) }];
    })
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

const withSpaces = (terms: readonly Omit<IndexTerm, 'spaceId'>[]) =>
  terms.map((term) => ({ ...term, spaceId: term.kind === 'style' ? styleSpace : contentSpace }));

test('any query on any table is answered as brute force answers it', () => {
  const worksArbitrary = fc.array(work, { maxLength: 30 });
  const queries = fc.array(term, { minLength: 1, maxLength: 4 });
  const page = fc.record({ offset: fc.nat(10), limit: fc.nat(10) });
  const chosen = fc.option(fc.array(fc.nat(30).map((i) => `work${i}`)));
  fc.assert(
    fc.property(
      worksArbitrary,
      queries,
      page,
      chosen,
      fc.array(fc.nat(30)),
      (works, given, page, matching, excluded) => {
        const terms = withSpaces(given);
        const excludeIds = excluded.map((i) => `work${i}`);
        const expected = bruteForce(
          works,
          terms,
          (id) => !excludeIds.includes(id) && (matching === null || matching.includes(id)),
        );
        const { hits, total } = pageOf(tableOf(works), { terms, excludeIds, ...page }, matching);
        expect(total).toBe(expected.length);
        expect(hits.map(({ artworkId, score }) => ({ id: artworkId, score }))).toEqual(
          expected.slice(page.offset, page.offset + page.limit),
        );
      },
    ),
  );
});

test('removing and adding works in any order leaves the table as if only the rest had been added', () => {
  const step = fc.record({ id: fc.nat(8), vector: fc.option(vector) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const table = new WorkTable([styleSpace]);
      const kept = new Map<string, Float32Array>();
      for (const { id, vector } of steps) {
        if (vector) table.set(`work${id}`, styleSpace, vector);
        else table.remove(`work${id}`);
        if (vector) kept.set(`work${id}`, vector);
        else kept.delete(`work${id}`);
      }
      const held = Array.from({ length: table.size }, (_, row): [string, Float32Array] => [
        table.idAt(row),
        table.vectorAt(row, styleSpace).slice(),
      ]);
      expect(new Map(held)).toEqual(kept);
    }),
  );
});

test('the highest of many scores are among those kept, in the order of their rows', () => {
  const scores = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 200 });
  fc.assert(
    fc.property(scores, fc.nat(200), (given, count) => {
      const rows = Int32Array.from(given.keys());
      const kept = highest(Float64Array.from(given), rows, count);
      expect([...kept]).toEqual([...kept].sort((a, b) => a - b));
      const first = topK(Float64Array.from(given), rows, count, (a, b) => a - b);
      for (const row of first) expect(kept).toContain(row);
    }),
  );
});

test('a table grows past its first capacity', () => {
  const table = new WorkTable([styleSpace]);
  for (let i = 0; i < 5000; i++) table.set(`work${i}`, styleSpace, Float32Array.of(i, -i));
  expect([...table.vectorAt(4321, styleSpace)]).toEqual([4321, -4321]);
});

test('the cosine shown for several pictures of one kind is their mean by size of weight', () => {
  const table = new WorkTable([styleSpace]);
  table.set('work', styleSpace, Float32Array.of(1, 0));
  const terms = withSpaces([
    { kind: 'style', vector: Float32Array.of(1, 0), weight: 0.25 },
    { kind: 'style', vector: Float32Array.of(0, 1), weight: -0.75 },
  ]);
  const { hits } = pageOf(table, { terms, excludeIds: [], offset: 0, limit: 1 }, null);
  expect(hits).toEqual([{ artworkId: 'work', score: 0.25, cosines: { style: 0.25 } }]);
});

test('of many works with long vectors the first hits are those of an exact ranking', () => {
  const [count, length] = [20_500, 192];
  const normal = normalsFrom(seededRandom(4));
  // As an embedding's: each value weaker than the one before.
  const someVector = () =>
    toUnitLength(Float32Array.from({ length }, (_, i) => normal() * (1 + i / 16) ** -0.5));
  const table = new WorkTable([styleSpace]);
  const vectors = Array.from({ length: count }, someVector);
  vectors.forEach((vector, i) => table.set(`work${i}`, styleSpace, vector));
  const query = someVector();
  const terms = withSpaces([{ kind: 'style', vector: query, weight: 1 }]);
  const { hits, total } = pageOf(table, { terms, excludeIds: [], offset: 0, limit: 20 }, null);
  expect(total).toBe(count);
  const exact = vectors
    .map((vector, i) => ({ artworkId: `work${i}`, score: dot(query, vector) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, 20);
  expect(hits.map(({ artworkId }) => artworkId)).toEqual(exact.map(({ artworkId }) => artworkId));
  hits.forEach(({ score }, i) => expect(score).toBeCloseTo(exact[i]?.score ?? 0, 5));
});
