import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { backUp } from '@/lib/backup/backup';
import { liveAlias } from '@/lib/search/elasticsearch/index-naming';
import { type IndexMaintenance } from '@/lib/search/elasticsearch/sync/maintenance';
import { useTestDatabase } from '../support/database';
import {
  describeWithElasticsearch,
  elasticsearchUrl,
  removeIndices,
  testMaintenance,
} from '../support/elasticsearch';
import { gafuAt, type Place, usePlace } from './places';

jest.setTimeout(180_000);

const samples = ['cubist-sea', 'cubist-cat', 'ukiyo-e-cat'];

describeWithElasticsearch('A backup restored beside Elasticsearch', () => {
  const site = useTestDatabase({ samples, recipe: 'lite' });
  const other = usePlace();
  let maintenance: IndexMaintenance;
  let folder = '';

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'gafu-test-restore-'));
    maintenance = testMaintenance(site.db, site.url);
  });
  afterAll(async () => {
    await removeIndices(maintenance);
    await rm(folder, { recursive: true, force: true });
  });

  const beside = (): Pick<Place, 'env'> => ({
    env: {
      ...other.env,
      ELASTICSEARCH_URL: elasticsearchUrl,
      ELASTICSEARCH_INDEX: maintenance.layout.prefix,
      ELASTICSEARCH_REPLICAS: '0',
    },
  });
  async function indexed(): Promise<string[]> {
    const index = liveAlias(maintenance.layout);
    await maintenance.client.indices.refresh({ index });
    const { hits } = await maintenance.client.search({ index, size: 100, _source: false });
    return hits.hits.map(({ _id }) => _id ?? '').sort();
  }
  const worksOfSite = async () =>
    (await site.db.artwork.findMany({ select: { id: true } })).map(({ id }) => id).sort();
  async function backUpTo(name: string): Promise<string> {
    const file = path.join(folder, name);
    await backUp({ file, version: 'test', env: {} });
    return file;
  }

  test('has its works in the index when the command ends', async () => {
    const all = await backUpTo('all.tar');
    expect(await gafuAt(beside(), 'restore', all)).toMatchObject({ code: 0 });
    expect(await indexed()).toEqual(await worksOfSite());
  });

  test('takes the works that it replaces out of the index', async () => {
    await site.db.artwork.deleteMany({ where: { id: (await worksOfSite())[0] } });
    const fewer = await backUpTo('fewer.tar');
    expect(await gafuAt(beside(), 'restore', fewer, '--replace')).toMatchObject({ code: 0 });
    expect(await indexed()).toHaveLength(samples.length - 1);
    expect(await indexed()).toEqual(await worksOfSite());
    expect(await gafuAt(beside(), 'reconcile')).toMatchObject({ code: 0 });
  });
});
