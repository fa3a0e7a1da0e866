import { setTimeout as wait } from 'node:timers/promises';
import { deleteArtwork, findArtwork } from '@/lib/catalog/artworks.repository';
import { registerSpace, liveSpaces } from '@/lib/catalog/spaces.repository';
import { saveEmbeddings } from '@/lib/catalog/embeddings.repository';
import { elasticsearchIndex } from '@/lib/search/elasticsearch/elasticsearch-index';
import { ensureIndex } from '@/lib/search/elasticsearch/sync/ensure-index';
import { type IndexSpaces } from '@/lib/search/elasticsearch/index-definition';
import { liveIndex, managedIndices } from '@/lib/search/elasticsearch/managed-indices';
import { reconcile } from '@/lib/search/elasticsearch/sync/reconcile';
import { rebuildIndex, rollBackIndex } from '@/lib/search/elasticsearch/sync/replace-index';
import { type IndexMaintenance, withAdvisoryLock } from '@/lib/search/elasticsearch/sync/maintenance';
import { type SearchIndex } from '@/lib/search/search-index';
import { similarArtworks } from '@/lib/search/search.service';
import { embeddingKinds } from '@/lib/vision/embedding';
import { addFindableWork, dims, makeLive, unitVector } from '../contract/collection';
import { someSpace } from '../support/artworks';
import { useTestDatabase } from '../support/database';
import {
  describeWithElasticsearch,
  removeIndices,
  testClient,
  testMaintenance,
} from '../support/elasticsearch';
import { clusters, type StoredWork, storeEmbeddings, storeWorks } from './collection';
import { startIndexer, untilDue } from './indexer';

jest.setTimeout(300_000);

const postgres = useTestDatabase();
const count = 3_000;
const spaces: IndexSpaces = {
  style: { id: 'style-b', dimensions: dims },
  content: { id: 'content-b', dimensions: dims },
};

describeWithElasticsearch('a new index beside the live one', () => {
  let maintenance: IndexMaintenance;
  let index: SearchIndex;
  let indexer: ReturnType<typeof startIndexer>;
  let works: StoredWork[];
  let deletable: string[];

  beforeEach(async () => {
    await postgres.db.$executeRawUnsafe(
      'TRUNCATE artworks, images, makers, spaces, removed_artworks, index_changes CASCADE',
    );
    await makeLive(postgres.db);
    for (const kind of embeddingKinds) await registerSpace(postgres.db, someSpace(kind, 'b', dims));
    works = await storeWorks(postgres.db, { count, from: clusters({ dims, count: 20, seed: 2 }) });
    deletable = works.slice(2_000).map(({ id }) => id);
    maintenance = testMaintenance(postgres.db, postgres.url);
    index = elasticsearchIndex({ client: testClient('search'), db: postgres.db, layout: maintenance.layout });
    await ensureIndex(maintenance);
    indexer = startIndexer(maintenance);
  });
  afterEach(async () => {
    await indexer.end();
    await index.close();
    await removeIndices(maintenance);
  });

  const similar = (id: string) => similarArtworks(id, 'style', 5, { db: postgres.db, index });
  /** Stores a work as a worker does that embeds it in both spaces. */
  const addWork = async (seed: number) => {
    const { id } = await addFindableWork(postgres.db);
    await saveEmbeddings(
      postgres.db,
      id,
      embeddingKinds.map((kind) => ({ spaceId: `${kind}-b`, vector: unitVector(seed) })),
    );
    return id;
  };
  /** Keeps searching, adding, renaming and deleting until `work` is done. */
  const meanwhile = async <T>(work: Promise<T>) => {
    let running = true;
    const done = { searches: 0, added: [] as string[], deleted: [] as string[] };
    const loop = async (turn: (i: number) => Promise<unknown>) => {
      for (let i = 0; running; i++) {
        await turn(i);
        await wait(20);
      }
    };
    const loops = [
      loop(async (i) => {
        const { hits } = await similar(works[(i * 37) % 1000]?.id ?? '');
        // One of the five may have been deleted since the index answered.
        expect(hits.length).toBeGreaterThan(2);
        done.searches += 1;
      }),
      loop(async (i) => void done.added.push(await addWork(10_000 + i))),
      loop(async () => {
        const id = deletable.pop();
        if (id === undefined) return;
        await deleteArtwork(postgres.db, id);
        done.deleted.push(id);
      }),
      loop(async (i) => {
        const where = { id: works[1_000 + (i % 1_000)]?.id ?? '' };
        await postgres.db.artwork.update({
          where,
          data: { titles: [{ text: `Renamed ${i}`, language: null }] },
        });
      }),
    ];
    const result = await work.finally(() => (running = false));
    await Promise.all(loops);
    return { ...done, result };
  };
  const agree = async () => {
    await untilDue(postgres.db, 0);
    const live = await liveIndex(maintenance.client, maintenance.layout);
    await maintenance.client.indices.refresh({ index: live?.name });
    return reconcile(maintenance, { repair: false });
  };

  test('an index with the fields of another version of Gafu is built anew', async () => {
    const { client, layout } = maintenance;
    const before = await liveIndex(client, layout);
    // As the first version wrote it.
    const meta = { prefix: layout.prefix, spaces: before?.spaces };
    await client.indices.putMapping({ index: before?.name ?? '', _meta: meta });
    let after = before;
    // Not by this call if the indexer is building it already.
    while (after?.name === before?.name) {
      await ensureIndex(maintenance);
      await wait(50);
      after = await liveIndex(client, layout);
    }
    expect([before?.isCurrent, after?.isCurrent]).toEqual([true, true]);
    expect((await similar(works[0]?.id ?? '')).hits).toHaveLength(5);
  });

  test('goes live while works are searched, added, changed and deleted, and nothing is lost; neither is by a rollback', async () => {
    await storeEmbeddings(postgres.db, works, 'b');
    const [first] = await managedIndices(maintenance.client, maintenance.layout);
    const { result, searches, added, deleted } = await meanwhile(rebuildIndex(maintenance, spaces));
    expect(searches).toBeGreaterThan(5);
    expect(added.length).toBeGreaterThan(5);
    expect(result).toMatchObject({ previous: first?.name, spaces: { style: 'style-b' } });
    expect(result.recallAt10).toBeGreaterThanOrEqual(0.99);
    expect(await liveSpaces(postgres.db)).toEqual({ style: 'style-b', content: 'content-b' });
    const expected = count + added.length - deleted.length;
    expect(await agree()).toMatchObject({ agree: true, index: result.name, works: { index: expected } });
    for (const id of added.slice(-20)) expect((await similar(id)).hits).toHaveLength(5);

    const back = await meanwhile(rollBackIndex(maintenance));
    expect(back.searches).toBeGreaterThan(5);
    expect(back.result).toMatchObject({ name: first?.name, previous: result.name });
    expect(await liveSpaces(postgres.db)).toEqual({
      style: 'style-a',
      content: 'content-a',
      palette: 'palette-a',
    });
    expect(await agree()).toMatchObject({ agree: true, index: first?.name });
    for (const id of [...added, ...back.added]) expect(await findArtwork(postgres.db, id)).not.toBeNull();
  });

  test('is filled with refresh off and no replicas, and gets those of the settings when it goes live', async () => {
    const indexSettings = async (name: string) =>
      (await maintenance.client.indices.getSettings({ index: name, flat_settings: true }))[name]?.settings;
    let filling: unknown;
    const onProgress = () => {
      filling ??= managedIndices(maintenance.client, maintenance.layout).then(async (indices) =>
        indexSettings(indices.find(({ isBuilding }) => isBuilding)?.name ?? ''),
      );
    };
    const { name } = await rebuildIndex(maintenance, await currentSpaces(), { onProgress });
    expect(await filling).toMatchObject({ 'index.refresh_interval': '-1', 'index.number_of_replicas': '0' });
    expect(await indexSettings(name)).toMatchObject({
      'index.refresh_interval': '1s',
      'index.number_of_shards': '2',
    });
    expect(
      (await managedIndices(maintenance.client, maintenance.layout)).map(({ isLive }) => isLive),
    ).toEqual([false, true]);
    await rebuildIndex(maintenance, await currentSpaces());
    expect(await managedIndices(maintenance.client, maintenance.layout)).toHaveLength(2);
  });

  test('does not go live if it is unfinished or incomplete', async () => {
    const [before] = await managedIndices(maintenance.client, maintenance.layout);
    const stopped = rebuildIndex(maintenance, spaces, { signal: AbortSignal.abort() });
    await expect(stopped).rejects.toMatchObject({ kind: 'unavailable' });
    const failed = rebuildIndex(maintenance, spaces, {
      lastWorks: () => Promise.reject(new Error('no network')),
    });
    await expect(failed).rejects.toThrow('no network');
    await expect(rollBackIndex(maintenance)).rejects.toMatchObject({ kind: 'conflict' });
    const atOnce = withAdvisoryLock(maintenance, 'building', () => rebuildIndex(maintenance, spaces));
    await expect(atOnce).rejects.toMatchObject({ kind: 'conflict' });
    expect((await managedIndices(maintenance.client, maintenance.layout)).map(({ name }) => name)).toEqual([
      before?.name,
    ]);
    expect((await similar(works[0]?.id ?? '')).hits).toHaveLength(5);
  });

  async function currentSpaces(): Promise<IndexSpaces> {
    return Object.fromEntries(embeddingKinds.map((kind) => [kind, someSpace(kind, 'a', dims)]));
  }
});
