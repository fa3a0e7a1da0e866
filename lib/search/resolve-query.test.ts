import { saveEmbeddings } from '@/lib/catalog/embeddings.repository';
import { setLiveSpaces } from '@/lib/catalog/spaces.repository';
import { Problem } from '@/lib/platform/problem';
import { addFindableWork, makeLive, unitVector } from '@/tests/contract/collection';
import { useTestDatabase } from '@/tests/support/database';
import { inRequest } from '@/tests/support/some-request';
import { embeddedIndex } from './embedded/embedded-index';
import { parseSearchQuery } from './query';
import { resolveQuery } from './resolve-query';
import { answered, search, searchRankings } from './search.service';

const postgres = useTestDatabase();
const ids: string[] = [];

beforeAll(async () => {
  await makeLive(postgres.db);
  for (let i = 0; i < 6; i++) ids.push((await addFindableWork(postgres.db)).id);
});

const query = () => parseSearchQuery(new URLSearchParams(`style=${ids[0]}`));
const ranking = (kind: 'style' | 'content' | 'palette') => ({
  terms: [{ kind, ref: ids[0] ?? '', weight: 1 }],
  withFacets: false,
});

test('a query that is resolved once is answered in every kind as a search of that kind is', async () => {
  const resolved = await resolveQuery(postgres.db, query());
  const results = await searchRankings(resolved, [ranking('style'), ranking('content')]);
  for (const [i, kind] of (['style', 'content'] as const).entries()) {
    const alone = await search(parseSearchQuery(new URLSearchParams(`${kind}=${ids[0]}`)));
    expect(results[i]).toEqual({ ...alone, facets: null });
  }
});

test('a kind that cannot be searched says why and keeps no other from its hits', async () => {
  const { id } = await addFindableWork(postgres.db, { vectors: { style: unitVector(77) } });
  const terms = (kind: 'style' | 'content') => [{ kind, ref: id, weight: 1 }];
  const resolved = await resolveQuery(postgres.db, { terms: terms('style'), filter: {}, page: 1 });
  const [style, content] = await searchRankings(resolved, [
    { terms: terms('style'), withFacets: false },
    { terms: terms('content'), withFacets: false },
  ]);
  expect(answered(style).hits).toHaveLength(6);
  expect(content).toBeInstanceOf(Problem);
  expect(content).toMatchObject({ kind: 'conflict', extensions: { kind: 'content' } });
});

test('when the live spaces are switched after a query was resolved, it is resolved once more', async () => {
  const index = embeddedIndex(postgres.db);
  const result = await inRequest(async () => {
    const resolved = await resolveQuery(postgres.db, query());
    await makeLive(postgres.db, 'b');
    for (const [i, id] of ids.entries())
      await saveEmbeddings(postgres.db, id, [{ spaceId: 'style-b', vector: unitVector(500 + i) }]);
    return (await searchRankings(resolved, [ranking('style')], { db: postgres.db, index }))[0];
  });
  expect(answered(result).network.spaces.style?.id).toBe('style-b');
  expect(answered(result).hits).toHaveLength(5);
  await setLiveSpaces(postgres.db, { style: 'style-a', content: 'content-a', palette: 'palette-a' });
});
