import fc from 'fast-check';

import { type IndexRequest, type IndexTerm } from '../search-index';
import { toUnitLength } from '@/lib/vision/descriptor';
import { normalsFrom, seededRandom } from '@/lib/vision/random';
import { indexHitsOf, rankWorks } from './rank';
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

test('many works with long vectors, more than are compared in one go, are answered as brute force answers them', () => {
  const [count, length] = [9001, 190];
  const normal = normalsFrom(seededRandom(4));
  const someVector = () => toUnitLength(Float32Array.from({ length }, () => normal()));
  const works = Array.from({ length: count }, () => ({ style: someVector(), content: null }));
  const terms = withSpaces([{ kind: 'style', vector: someVector(), weight: 1 }]);
  const page = { terms, excludeIds: ['work7'], offset: 10, limit: 20 };
  const odd = works.flatMap((_, i) => (i % 2 === 1 ? [`work${i}`] : []));
  for (const matching of [null, odd]) {
    const among = (id: string) => id !== 'work7' && (matching?.includes(id) ?? true);
    const expected = bruteForce(works, terms, among);
    const { hits, total } = pageOf(tableOf(works), page, matching);
    expect(total).toBe(expected.length);
    const shown = expected.slice(10, 30);
    expect(hits.map(({ artworkId }) => artworkId)).toEqual(shown.map(({ id }) => id));
    hits.forEach(({ score }, i) => expect(score).toBeCloseTo(shown[i]?.score ?? 0, 12));
  }
});
