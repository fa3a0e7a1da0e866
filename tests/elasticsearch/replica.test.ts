import { type Client } from '@elastic/elasticsearch';
import { Problem } from '@/lib/platform/problem';
import { elasticsearchIndex } from '@/lib/search/elasticsearch/elasticsearch-index';
import { reconcile } from '@/lib/search/elasticsearch/sync/reconcile';
import { liveAlias } from '@/lib/search/elasticsearch/index-naming';
import { type SearchIndex } from '@/lib/search/search-index';
import { addFindableWork, makeLive, unitVector } from '../contract/collection';
import { useTestDatabase } from '../support/database';
import { settling, testClient, testLayout } from '../support/elasticsearch';
import { createTwoNodes, type TwoNodes } from '../support/elasticsearch-cluster';
import { describeWithOwnNode } from '../support/elasticsearch-node';

jest.setTimeout(180_000);

const postgres = useTestDatabase();

describeWithOwnNode('a cluster of two nodes that loses one', () => {
  let nodes: TwoNodes;
  let client: Client;
  let index: SearchIndex;
  const layout = testLayout({ replicas: 1, shards: 2 });
  const maintenance = () => ({ client, db: postgres.db, databaseUrl: postgres.url, layout });

  beforeAll(async () => {
    nodes = await createTwoNodes();
    await nodes.first.start();
    await nodes.second.start();
    client = testClient('maintenance', nodes.first.url);
    index = elasticsearchIndex({ client: testClient('search', nodes.first.url), db: postgres.db, layout });
    await makeLive(postgres.db);
  }, 180_000);
  afterAll(async () => {
    await index.close();
    await client.close();
    await nodes.remove();
  }, 60_000);

  const search = () =>
    index.search({
      terms: [{ kind: 'style', spaceId: 'style-a', vector: unitVector(7), weight: 1 }],
      filter: {},
      excludeIds: [],
      offset: 0,
      limit: 5,
      withFacets: false,
    });
  /** A search with the site's patience of 3 s may find a node that is still busy starting. */
  const searchWhenAvailable = async (): ReturnType<typeof search> => {
    for (;;) {
      try {
        return await search();
      } catch (error) {
        if (!(error instanceof Problem) || error.kind !== 'unavailable') throw error;
        await postgres.db.$executeRaw`SELECT pg_sleep(0.2)`;
      }
    }
  };
  const addWorks = (count: number) =>
    Promise.all(Array.from({ length: count }, () => addFindableWork(postgres.db)));
  const health = (status: 'green' | 'yellow') =>
    client.cluster.health({ index: liveAlias(layout), wait_for_status: status, timeout: '60s' });
  const primariesOn = async (node: string) => {
    const shards = await client.cat.shards({ index: liveAlias(layout), format: 'json' });
    return shards.filter((shard) => shard.prirep === 'p' && shard.node === node).length;
  };

  test('keeps every shard on both nodes, with one primary on each', async () => {
    await addWorks(40);
    await settling(maintenance())();
    expect(await health('green')).toMatchObject({
      number_of_nodes: 2,
      active_shards: 4,
      active_primary_shards: 2,
    });
    expect([await primariesOn('one'), await primariesOn('two')]).toEqual([1, 1]);
    expect((await search()).total).toBe(40);
  });

  test('keeps answering and taking works while one node is killed, and loses nothing', async () => {
    let running = true;
    const totals: number[] = [];
    const failures: unknown[] = [];
    const searching = (async () => {
      while (running) {
        await search().then(
          ({ total }) => totals.push(total),
          (error: unknown) => failures.push(error),
        );
        await postgres.db.$executeRaw`SELECT pg_sleep(0.05)`;
      }
    })();
    const settle = settling(maintenance());
    await addWorks(20);
    await settle();
    await nodes.second.kill();
    await addWorks(20);
    await settle();
    expect(await primariesOn('one')).toBe(2);
    running = false;
    await searching;
    expect((await searchWhenAvailable()).total).toBe(80);
    expect(await health('yellow')).toMatchObject({ status: 'yellow', number_of_nodes: 1 });
    for (const failure of failures) expect(failure).toMatchObject({ kind: 'unavailable' });
    console.log(`${totals.length} searches answered, ${failures.length} refused while the node was lost`);
    expect(totals.length).toBeGreaterThan(failures.length);
    expect(await reconcile(maintenance(), { repair: false })).toMatchObject({
      agree: true,
      works: { postgres: 80, index: 80 },
    });
  });

  test('is complete again when the node comes back, with all that was added meanwhile', async () => {
    await nodes.second.start();
    expect(await health('green')).toMatchObject({ number_of_nodes: 2, active_shards: 4 });
    expect((await searchWhenAvailable()).total).toBe(80);
  });
});
