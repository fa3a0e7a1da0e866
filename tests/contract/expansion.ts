import { expandedSearch } from '@/lib/search/ranking/expanded-search';
import { expansionWindow, neighbourCount, samePaintingMargin } from '@/lib/search/ranking/query-expansion';
import { type IndexTerm } from '@/lib/search/search-index';
import { bruteForce, dot } from './brute-force';
import { type FindableWork, unitVector } from './collection';
import { type IndexUnderTest } from './index-under-test';

/** A search by one style is expanded, on every page; one by content is not. */
export async function expectExpansion(
  { index, settle }: Pick<IndexUnderTest, 'index' | 'settle'>,
  addMany: (count: number) => Promise<readonly FindableWork[]>,
): Promise<void> {
  const works = await addMany(expansionWindow + 8);
  await settle();
  const ask = (term: IndexTerm, offset: number) =>
    expandedSearch(index, {
      terms: [term],
      filter: {},
      excludeIds: [],
      offset,
      limit: 16,
      withFacets: false,
    });
  const aWork = works[7]?.vectors.style ?? unitVector(0);
  for (const vector of [unitVector(1040), aWork]) {
    const style: IndexTerm = { kind: 'style', spaceId: 'style-a', vector, weight: 1 };
    const seen: string[] = [];
    for (let offset = 0; offset < works.length; offset += 16) {
      const { hits, total } = await ask(style, offset);
      expect(total).toBe(works.length);
      seen.push(...hits.map(({ artworkId }) => artworkId));
    }
    expect(seen).toEqual(expandedByBruteForce(works, style));
  }

  const content: IndexTerm = { kind: 'content', spaceId: 'content-a', vector: unitVector(1041), weight: 1 };
  const { hits } = await ask(content, 0);
  const plain = bruteForce(works, [content]).map(({ id }) => id);
  expect(hits.map(({ artworkId }) => artworkId)).toEqual(plain.slice(0, 16));
}

/**
 * The definition: by likeness to the query and its neighbours, after the nearest and as far as the window goes. A nearest
 * work that is far nearer than the next is asked for in place of the query.
 */
function expandedByBruteForce(works: readonly FindableWork[], style: IndexTerm): string[] {
  const nearest = bruteForce(works, [style]);
  const vectorOf = (id: string) => works.find((work) => work.id === id)?.vectors.style ?? unitVector(0);
  const near = nearest.slice(0, expansionWindow);
  const [one, two] = near;
  const isShown = one && two && one.score - Math.max(0, two.score) >= samePaintingMargin;
  const asked = isShown ? vectorOf(one.id) : style.vector;
  const neighbours = near
    .slice(isShown ? 1 : 0)
    .map(({ id }) => ({ id, cosine: dot(asked, vectorOf(id)) }))
    .sort((a, b) => b.cosine - a.cosine)
    .slice(0, neighbourCount)
    .filter(({ cosine }) => cosine > 0);
  const [first, ...others] = near.map(({ id }) => ({
    id,
    score: neighbours.reduce(
      (sum, own) => sum + own.cosine * dot(vectorOf(own.id), vectorOf(id)),
      dot(asked, vectorOf(id)),
    ),
  }));
  const ordered = others.sort((a, b) => b.score - a.score);
  return [first, ...ordered, ...nearest.slice(expansionWindow)].flatMap((one) => one?.id ?? []);
}
