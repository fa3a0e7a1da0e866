import { expandedSearch } from '@/lib/search/ranking/expanded-search';
import { expansionWindow, neighbourCount } from '@/lib/search/ranking/query-expansion';
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
  const style: IndexTerm = { kind: 'style', spaceId: 'style-a', vector: unitVector(1040), weight: 1 };
  const seen: string[] = [];
  for (let offset = 0; offset < works.length; offset += 16) {
    const { hits, total } = await ask(style, offset);
    expect(total).toBe(works.length);
    seen.push(...hits.map(({ artworkId }) => artworkId));
  }
  expect(seen).toEqual(expandedByBruteForce(works, style));

  const content: IndexTerm = { kind: 'content', spaceId: 'content-a', vector: unitVector(1041), weight: 1 };
  const { hits } = await ask(content, 0);
  const plain = bruteForce(works, [content]).map(({ id }) => id);
  expect(hits.map(({ artworkId }) => artworkId)).toEqual(plain.slice(0, 16));
}

/** The definition: by likeness to the query and its neighbours, after the nearest and as far as the window goes. */
function expandedByBruteForce(works: readonly FindableWork[], style: IndexTerm): string[] {
  const nearest = bruteForce(works, [style]);
  const vectorOf = (id: string) => works.find((work) => work.id === id)?.vectors.style ?? unitVector(0);
  const neighbours = nearest.slice(0, neighbourCount).filter(({ score }) => score > 0);
  const [first, ...others] = nearest.slice(0, expansionWindow).map(({ id, score }) => ({
    id,
    score: neighbours.reduce((sum, own) => sum + own.score * dot(vectorOf(own.id), vectorOf(id)), score),
  }));
  const ordered = others.sort((a, b) => b.score - a.score);
  return [first, ...ordered, ...nearest.slice(expansionWindow)].flatMap((one) => one?.id ?? []);
}
