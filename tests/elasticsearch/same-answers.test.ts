import { embeddedIndex } from '@/lib/search/embedded/embedded-index';
import { elasticsearchIndex } from '@/lib/search/elasticsearch/elasticsearch-index';
import { rankingLimits, type RankingLimits } from '@/lib/search/elasticsearch/query/ranking-plan';
import { type IndexRequest, type IndexTerm, type SearchIndex } from '@/lib/search/search-index';
import { vectorIndexTypes } from '@/lib/platform/settings';
import { registerSpace, setLiveSpaces } from '@/lib/catalog/spaces.repository';
import { type EmbeddingKind, embeddingKinds } from '@/lib/vision/embedding';
import { someSpace } from '../support/artworks';
import { useTestDatabase } from '../support/database';
import {
  describeWithElasticsearch,
  removeIndices,
  settling,
  testClient,
  testMaintenance,
} from '../support/elasticsearch';
import { clusters, storeWorks } from './collection';

jest.setTimeout(180_000);

const postgres = useTestDatabase();
const works = 4_000;
const artists = 40;
const queries = 40;
const from = clusters({ dims: 64, count: 60, seed: 4711 });

const term = (kind: EmbeddingKind, weight = 1): IndexTerm => ({
  kind,
  spaceId: `${kind}-a`,
  vector: from.near(kind),
  weight,
});
const queriesBy: Record<string, () => IndexTerm[]> = {
  style: () => [term('style')],
  content: () => [term('content')],
  palette: () => [term('palette')],
  'a blend of two kinds': () => [term('style', 0.6), term('content', 0.4)],
  'a blend of all three': () => [term('style', 0.4), term('content', 0.3), term('palette', 0.3)],
  'two pictures and a third': () => [term('style', 0.5), term('style', 0.3), term('content', 0.8)],
};
const away: Record<string, () => IndexTerm[]> = {
  'away from a picture': () => [term('style'), term('content', -0.7)],
};

describeWithElasticsearch('the answers of both indexes', () => {
  let embedded: SearchIndex;
  const maintained: ReturnType<typeof testMaintenance>[] = [];
  const opened: SearchIndex[] = [];
  const open = async (vectors: (typeof vectorIndexTypes)[number], limits: Partial<RankingLimits>) => {
    const maintenance =
      maintained.find(({ layout }) => layout.vectors === vectors) ??
      testMaintenance(postgres.db, postgres.url, { vectors });
    if (!maintained.includes(maintenance)) {
      maintained.push(maintenance);
      await settling(maintenance)();
    }
    const index = elasticsearchIndex({
      client: testClient('maintenance'),
      db: postgres.db,
      layout: maintenance.layout,
      limits,
    });
    opened.push(index);
    return index;
  };
  const ids = async (index: SearchIndex, request: Partial<IndexRequest>, limit: number) => {
    const whole = { terms: [], filter: {}, excludeIds: [], offset: 0, withFacets: false, limit, ...request };
    return (await index.search(whole)).hits.map(({ artworkId }) => artworkId);
  };
  const recallAt10 = async (
    index: SearchIndex,
    terms: () => IndexTerm[],
    rest: Partial<IndexRequest> = {},
  ) => {
    let found = 0;
    for (let i = 0; i < queries; i++) {
      const request = { terms: terms(), ...rest };
      const exact = await ids(embedded, request, 10);
      const got = new Set(await ids(index, request, 10));
      found += exact.filter((id) => got.has(id)).length;
    }
    return found / (10 * queries);
  };

  beforeAll(async () => {
    for (const kind of embeddingKinds) await registerSpace(postgres.db, someSpace(kind, 'a', from.dims));
    await setLiveSpaces(postgres.db, { style: 'style-a', content: 'content-a', palette: 'palette-a' });
    await storeWorks(postgres.db, { count: works, from, artists });
    embedded = embeddedIndex(postgres.db);
  });
  afterAll(async () => {
    for (const index of opened) await index.close();
    for (const maintenance of maintained) await removeIndices(maintenance);
  });

  test.each(Object.entries({ ...queriesBy, ...away }))(
    'the first 20 are the same when ranked exactly: %s',
    async (_, draw) => {
      const index = await open('int8_hnsw', { exactWorksMax: Infinity });
      for (let i = 0; i < 5; i++) {
        const terms = draw();
        for (const request of [
          { terms },
          { terms, filter: { facets: { artist: ['Artist 7', 'Artist 8'] } } },
        ])
          expect(await ids(index, request, 20)).toEqual(await ids(embedded, request, 20));
      }
    },
  );

  test.each(vectorIndexTypes)('graphs over %s find 99 %% of the ten nearest', async (vectors) => {
    // Of a million works a fiftieth of each shard is examined; the usual minimum would be all of these 4,000.
    const numCandidates = { ...rankingLimits.numCandidates, min: 800 };
    const index = await open(vectors, { exactWorksMax: 0, numCandidates });
    const recalls: Record<string, number> = {};
    for (const [name, terms] of Object.entries(queriesBy)) recalls[name] = await recallAt10(index, terms);
    const half = Array.from({ length: artists / 2 }, (_, i) => `Artist ${i}`);
    for (const [name, artist] of Object.entries({ half, 'one in 40': ['Artist 3'] }))
      recalls[name] = await recallAt10(index, () => [term('style')], { filter: { facets: { artist } } });
    for (const [name, recall] of Object.entries(recalls))
      expect([name, recall >= 0.99 || recall]).toEqual([name, true]);
  });

  test('a few works are ranked exactly, and so is what graphs find badly', async () => {
    const index = await open('hnsw', {
      ...rankingLimits,
      exactWorksMax: 1_000,
      k: { singleKind: 10, blend: 10 },
    });
    // Graphs with ten candidates from each of two shards could not return more than twenty.
    const few = { terms: queriesBy.style?.() ?? [], filter: { facets: { artist: ['Artist 1'] } } };
    expect(await ids(index, few, 100)).toEqual(await ids(embedded, few, 100));
    const far = { terms: away['away from a picture']?.() ?? [] };
    expect(await ids(index, far, 100)).toEqual(await ids(embedded, far, 100));
  });

  test('all pages belong to one ranking, also those that graphs no longer answer', async () => {
    const index = await open('int8_hnsw', { exactWorksMax: 0 });
    const terms = queriesBy.style?.() ?? [];
    const seen: string[] = [];
    for (let offset = 0; offset < 192; offset += 24) seen.push(...(await ids(index, { terms, offset }, 24)));
    expect(new Set(seen).size).toBe(192);
    expect(await ids(index, { terms, offset: 168 }, 24)).toEqual(
      await ids(embedded, { terms, offset: 168 }, 24),
    );
  });

  test('the very last works are reached in steps within one point in time', async () => {
    const index = await open('int8_hnsw', { window: 1_500 });
    const terms = queriesBy.style?.() ?? [];
    for (const offset of [1_490, 2_999, 3_000, works - 7, works])
      expect(await ids(index, { terms, offset }, 24)).toEqual(await ids(embedded, { terms, offset }, 24));
  });

  test('counts, facets and texts are the same', async () => {
    const index = await open('int8_hnsw', {});
    for (const filter of [
      {},
      { text: 'w0000' },
      { text: 'artst 7' },
      { text: 'nothing of this kind' },
      { text: 'artist', facets: { artist: ['Artist 3', 'Artist 30'] } },
    ]) {
      const request = {
        terms: [term('style')],
        filter,
        excludeIds: ['w0000003'],
        offset: 0,
        limit: 5,
        withFacets: true,
      };
      const [theirs, ours] = [await embedded.search(request), await index.search(request)];
      expect(ours.total).toBe(theirs.total);
      expect(ours.facets).toEqual(theirs.facets);
      expect(ours.hits.map(({ artworkId }) => artworkId)).toEqual(
        theirs.hits.map(({ artworkId }) => artworkId),
      );
    }
  });
});
