import { type Client } from '@elastic/elasticsearch';
import { openClient } from '@/lib/search/elasticsearch/client';
import { elasticsearchIndex } from '@/lib/search/elasticsearch/elasticsearch-index';
import { describeOutage } from '@/lib/search/elasticsearch/outage';
import { withUpkeep } from '@/lib/search/elasticsearch/sync/maintenance';
import { forgetSingleton } from '@/lib/platform/memo';
import { addFindableWork, makeLive, unitVector } from '../contract/collection';
import { type TestCertificates, makeCertificates } from '../support/certificates';
import { useTestDatabase } from '../support/database';
import {
  describeWithElasticsearch,
  elasticsearchUrl,
  removeIndices,
  settling,
  testUpkeep,
} from '../support/elasticsearch';
import { openSecuredDoor, type SecuredDoor } from '../support/secured-elasticsearch';

const postgres = useTestDatabase();
const apiKey = Buffer.from('gafu:right').toString('base64');
const powerlessKey = Buffer.from('gafu:powerless').toString('base64');
const password = 'a p@ssword/with:marks';
const basic = `Basic ${Buffer.from(`gafu:${password}`).toString('base64')}`;

describeWithElasticsearch('a cluster behind TLS and sign-in', () => {
  let ours: TestCertificates;
  let another: TestCertificates;
  let door: SecuredDoor;
  const clients: Client[] = [];
  beforeAll(async () => {
    [ours, another] = await Promise.all([makeCertificates(), makeCertificates()]);
    const allowed = [`ApiKey ${apiKey}`, basic];
    door = await openSecuredDoor(elasticsearchUrl, ours, { allowed, powerless: [`ApiKey ${powerlessKey}`] });
  });
  afterAll(async () => {
    await Promise.all(clients.map((client) => client.close()));
    door.close();
    await Promise.all([ours.remove(), another.remove()]);
  });

  interface Access {
    readonly key?: string | null;
    readonly ca?: string | null;
    readonly url?: string;
  }
  const withAccess = ({
    key = apiKey,
    ca = ours.caFile,
    url = `https://127.0.0.1:${door.port}`,
  }: Access) => ({
    elasticsearchUrl: url,
    elasticsearchApiKey: key,
    elasticsearchCaFile: ca,
  });
  const clientWith = (access: Access, use: 'search' | 'upkeep' = 'search') => {
    const client = openClient(withAccess(access), use);
    clients.push(client);
    return client;
  };
  const signedIn = () => `https://gafu:${encodeURIComponent(password)}@localhost:${door.port}`;

  test.each<[string, () => Access]>([
    ['an API key and the authority’s certificate', () => ({})],
    ['a name and password in the address', () => ({ key: null, url: signedIn() })],
  ])('is built, filled and searched with %s', async (_, access) => {
    await postgres.db.$executeRawUnsafe(
      'TRUNCATE artworks, images, spaces, removed_artworks, index_changes CASCADE',
    );
    await makeLive(postgres.db);
    const upkeep = { ...testUpkeep(postgres.db, postgres.url), client: clientWith(access(), 'upkeep') };
    const { id } = await addFindableWork(postgres.db, { vectors: { style: unitVector(1) } });
    const before = door.let();
    await settling(upkeep)();
    const index = elasticsearchIndex({ client: clientWith(access()), db: postgres.db, shape: upkeep.shape });
    const found = await index.search({
      terms: [{ kind: 'style', spaceId: 'style-a', vector: unitVector(2), weight: 1 }],
      filter: {},
      excludeIds: [],
      offset: 0,
      limit: 5,
      withFacets: false,
    });
    expect(found.hits.map(({ artworkId }) => artworkId)).toEqual([id]);
    expect(door.let()).toBeGreaterThan(before + 5);
    await removeIndices(upkeep);
  });

  const refused: [string, () => Access, RegExp][] = [
    [
      'another authority’s certificate',
      () => ({ ca: another.caFile }),
      /not trusted: .*See ELASTICSEARCH_CA_FILE/,
    ],
    ['no certificate of an authority', () => ({ ca: null }), /not trusted: .*See ELASTICSEARCH_CA_FILE/],
    [
      'a wrong key',
      () => ({ key: 'd3Jvbmc6a2V5' }),
      /does not know who asks \(401\)\. See ELASTICSEARCH_API_KEY/,
    ],
    ['no key', () => ({ key: null }), /does not know who asks \(401\)\. See ELASTICSEARCH_API_KEY/],
    [
      'a key without rights',
      () => ({ key: powerlessKey }),
      /is unauthorized for API key\. See ELASTICSEARCH_API_KEY/,
    ],
  ];

  test.each(refused)('with %s lets nobody in, and says which setting to mend', async (_, access, told) => {
    const before = door.let();
    const failure: unknown = await clientWith(access())
      .info()
      .catch((error: unknown) => error);
    expect(describeOutage(failure)).toMatch(told);
    expect(door.let()).toBe(before);
  });

  test.each(refused)('with %s the site’s search rests instead of failing', async (_, access) => {
    const client = clientWith(access());
    const index = elasticsearchIndex({ client, db: postgres.db, shape: testUpkeep(postgres.db, '').shape });
    await expect(index.check()).rejects.toMatchObject({
      kind: 'unavailable',
      extensions: { retryAfterSeconds: 5 },
    });
  });

  test('a command that cannot get in says why', async () => {
    const { elasticsearchUrl: url } = withAccess({});
    Object.assign(process.env, { ELASTICSEARCH_URL: url, ELASTICSEARCH_CA_FILE: another.caFile });
    forgetSingleton('settings');
    const asking = withUpkeep(({ client }) => client.info());
    await expect(asking).rejects.toMatchObject({
      kind: 'unavailable',
      message: expect.stringContaining('See ELASTICSEARCH_CA_FILE'),
    });
    Object.assign(process.env, { ELASTICSEARCH_CA_FILE: '/no/such/file.crt' });
    forgetSingleton('settings');
    await expect(withUpkeep(({ client }) => client.info())).rejects.toMatchObject({
      message: 'ELASTICSEARCH_CA_FILE: /no/such/file.crt cannot be read (ENOENT).',
    });
    for (const name of ['ELASTICSEARCH_URL', 'ELASTICSEARCH_CA_FILE']) delete process.env[name];
    forgetSingleton('settings');
  });
});
