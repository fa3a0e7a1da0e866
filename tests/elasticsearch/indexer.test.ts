import { deleteArtwork } from '@/lib/catalog/artworks.repository';
import {
  allWorks,
  countDueChanges,
  dueChanges,
  type IndexChange,
} from '@/lib/catalog/index-changes.repository';
import { liveIndex, type ManagedIndex, managedIndices } from '@/lib/search/elasticsearch/managed-indices';
import { reconcile } from '@/lib/search/elasticsearch/sync/reconcile';
import { type IndexMaintenance } from '@/lib/search/elasticsearch/sync/maintenance';
import { writeChanges } from '@/lib/search/elasticsearch/sync/write-changes';
import { addFindableWork, makeLive } from '../contract/collection';
import { useTestDatabase } from '../support/database';
import {
  describeWithElasticsearch,
  elasticsearchUrl,
  removeIndices,
  settling,
  testMaintenance,
} from '../support/elasticsearch';
import { type Program, runProgram } from '../support/program';
import { clusters, storeWorks } from './collection';
import { untilDue } from './indexer';

jest.setTimeout(120_000);

const postgres = useTestDatabase();
const dims = 12;

describeWithElasticsearch('the index and Postgres', () => {
  let maintenance: IndexMaintenance;
  const started: Program[] = [];
  const gafu = (...args: string[]) => {
    const program = runProgram(['cli/gafu.mjs', ...args], {
      ...process.env,
      ELASTICSEARCH_URL: elasticsearchUrl,
      ELASTICSEARCH_INDEX: maintenance.layout.prefix,
      ELASTICSEARCH_REPLICAS: '0',
      LOG_LEVEL: 'info',
    });
    started.push(program);
    return program;
  };
  const live = async (): Promise<ManagedIndex> => {
    const index = await liveIndex(maintenance.client, maintenance.layout);
    if (!index) throw new Error('no index is live');
    return index;
  };
  const inAgreement = { agree: true, waiting: 0 };

  beforeEach(async () => {
    await postgres.db.$executeRawUnsafe(
      'TRUNCATE artworks, images, makers, spaces, removed_artworks, index_changes CASCADE',
    );
    await makeLive(postgres.db);
    maintenance = testMaintenance(postgres.db, postgres.url);
  });
  afterEach(async () => {
    for (const program of started.splice(0))
      if (program.child.exitCode === null) await program.end('SIGKILL');
    await removeIndices(maintenance);
  });

  test('a late or repeated write changes nothing', async () => {
    const { id } = await addFindableWork(postgres.db);
    const [early] = await dueChanges(postgres.db, { limit: 1 });
    await settling(maintenance)();
    await postgres.db.artwork.update({
      where: { id },
      data: { titles: [{ text: 'Renamed', language: null }] },
    });
    await settling(maintenance)();
    const index = await live();
    const late: IndexChange[] = early ? [early] : [];
    await writeChanges(maintenance.client, [index], late);
    const held = await maintenance.client.get<{ title: string }>({ index: index.name, id });
    expect(held._source?.title).toBe('Renamed');

    await deleteArtwork(postgres.db, id);
    await settling(maintenance)();
    await writeChanges(maintenance.client, [index], late);
    expect(await maintenance.client.exists({ index: index.name, id })).toBe(false);
    expect(await reconcile(maintenance, { repair: false })).toMatchObject(inAgreement);
  });

  test('workers that are killed again and again leave no differences', async () => {
    await storeWorks(postgres.db, { count: 6_000, from: clusters({ dims, count: 20, seed: 1 }) });
    const left: number[] = [];
    const killedWhen = async (reached: (worker: Program) => Promise<unknown>) => {
      const worker = gafu('worker');
      await reached(worker);
      await worker.end('SIGKILL');
      left.push(await countDueChanges(postgres.db));
    };
    const changeSome = async (medium: string) => {
      const ids = (await allWorks(postgres.db, { limit: 2_000 })).map(({ artworkId }) => artworkId);
      await postgres.db.artwork.updateMany({ where: { id: { in: ids } }, data: { medium } });
      await deleteArtwork(postgres.db, ids[7] ?? '');
    };
    await killedWhen(untilBuilding);
    await changeSome('Oil');
    await killedWhen(() => untilDue(postgres.db, 5_500));
    await changeSome('Ink');
    await killedWhen(async (worker) => {
      await worker.until(/is ready/);
      await changeSome('Tempera');
      await untilDue(postgres.db, 1_500);
    });
    expect(left).toEqual([6_000, expect.any(Number), expect.any(Number)]);
    for (const due of left) expect(due).toBeGreaterThan(0);
    const worker = gafu('worker');
    await untilDue(postgres.db, 0);
    expect(await reconcile(maintenance, { repair: false })).toMatchObject({
      ...inAgreement,
      works: { postgres: 5_997, index: 5_997 },
    });
    expect(await worker.end('SIGTERM')).toBe(0);
  });

  test('of two workers one writes to the index, and the other takes over when it dies', async () => {
    await addFindableWork(postgres.db);
    const first = gafu('worker');
    await first.until(/is ready/);
    const second = gafu('worker');
    await addFindableWork(postgres.db);
    await untilDue(postgres.db, 0);
    await first.end('SIGKILL');
    await addFindableWork(postgres.db);
    await untilDue(postgres.db, 0);
    expect(await reconcile(maintenance, { repair: false })).toMatchObject({
      ...inAgreement,
      works: { index: 3 },
    });
    await second.end('SIGTERM');
  });

  test('gafu reconcile reports differences by exit code and --json, and repairs them', async () => {
    const works = [];
    for (let i = 0; i < 5; i++) works.push(await addFindableWork(postgres.db));
    await settling(maintenance)();
    const { name: index } = await live();
    const [missing = '', stale = '', ahead = '', spaces = ''] = works.map(({ id }) => id);
    const put = async (id: string, version: number, document: object) =>
      maintenance.client.index({ index, id, version, version_type: 'external_gte', document });
    await maintenance.client.delete({ index, id: missing });
    await postgres.db.$executeRaw`
      UPDATE index_changes SET version = nextval('index_changes_version_seq') WHERE artwork_id = ${stale}`;
    await put(ahead, 999_999, { id: ahead, spaces: ['content-a', 'style-a'] });
    const held = await maintenance.client.get({ index, id: spaces });
    await put(spaces, held._version ?? 0, { id: spaces, spaces: [] });
    await put('left-over', 3, { id: 'left-over', spaces: [] });

    const found = gafu('reconcile', '--json');
    expect(await found.end()).toBe(1);
    expect(JSON.parse(/^\{.*\}$/m.exec(found.output())?.[0] ?? '')).toMatchObject({
      agree: false,
      waiting: 0,
      works: { postgres: 5, index: 5 },
      differences: { missing: 1, stale: 1, ahead: 1, spaces: 1, 'left-over': 1 },
    });
    const repaired = gafu('reconcile', '--repair');
    expect([await repaired.end(), repaired.output()]).toEqual([0, expect.stringContaining('they agree')]);
    expect(await reconcile(maintenance, { repair: false })).toMatchObject({
      ...inAgreement,
      works: { index: 5 },
    });
  });

  test('a cluster that was lost is filled again', async () => {
    await addFindableWork(postgres.db);
    await settling(maintenance)();
    await maintenance.client.indices.delete({ index: (await live()).name });
    expect(await reconcile(maintenance, { repair: false })).toMatchObject({ index: null, agree: false });
    expect(await reconcile(maintenance, { repair: true })).toMatchObject({
      ...inAgreement,
      works: { index: 1 },
    });
  });

  async function untilBuilding(): Promise<void> {
    const deadline = performance.now() + 60_000;
    while (performance.now() < deadline) {
      if ((await managedIndices(maintenance.client, maintenance.layout)).length > 0) return;
      await postgres.db.$executeRaw`SELECT pg_sleep(0.05)`;
    }
    throw new Error('The worker did not start an index within a minute');
  }
});
