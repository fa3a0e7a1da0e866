import { type Client } from '@elastic/elasticsearch';
import { openClient } from '@/lib/search/elasticsearch/client';
import { elasticsearchIndex } from '@/lib/search/elasticsearch/elasticsearch-index';
import { describeOutage } from '@/lib/search/elasticsearch/outage';
import { withIndexMaintenance } from '@/lib/search/elasticsearch/sync/maintenance';
import { forgetSingleton } from '@/lib/platform/process-singleton';
import { addFindableWork, makeLive, unitVector } from '../contract/collection';
import { type TestCertificates, makeCertificates } from '../support/certificates';
import { useTestDatabase } from '../support/database';
import {
  describeWithElasticsearch,
  elasticsearchUrl,
  removeIndices,
  settling,
  testMaintenance,
} from '../support/elasticsearch';
import { openSecuredProxy, type SecuredProxy } from '../support/secured-proxy';

const postgres = useTestDatabase();
const apiKey = Buffer.from('gafu:right').toString('base64');
const powerlessKey = Buffer.from('gafu:powerless').toString('base64');
const password = 'a p@ssword/with:marks';
const basic = `Basic ${Buffer.from(`gafu:${password}`).toString('base64')}`;

describeWithElasticsearch('a cluster behind TLS and sign-in', () => {
  let ours: TestCertificates;
  let another: TestCertificates;
  let proxy: SecuredProxy;
  const clients: Client[] = [];
  beforeAll(async () => {
    [ours, another] = await Promise.all([makeCertificates(), makeCertificates()]);
    const allowed = [`ApiKey ${apiKey}`, basic];
    proxy = await openSecuredProxy(elasticsearchUrl, ours, {
      allowed,
      powerless: [`ApiKey ${powerlessKey}`],
    });
  });
  afterAll(async () => {
    await Promise.all(clients.map((client) => client.close()));
    proxy.close();
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
    url = `https://127.0.0.1:${proxy.port}`,
  }: Access) => ({
    elasticsearchUrl: url,
    elasticsearchApiKey: key,
    elasticsearchCaFile: ca,
  });
  const clientWith = (access: Access, use: 'search' | 'maintenance' = 'search') => {
    const client = openClient(withAccess(access), use);
    clients.push(client);
    return client;
  };
  const signedIn = () => `https://gafu:${encodeURIComponent(password)}@localhost:${proxy.port}`;

  test.each<[string, () => Access]>([
    ['an API key and the authority’s certificate', () => ({})],
    ['a name and password in the address', () => ({ key: null, url: signedIn() })],
  ])('is built, filled and searched with %s', async (_, access) => {
    await postgres.db.$executeRawUnsafe(
      'TRUNCATE artworks, images, spaces, removed_artworks, index_changes CASCADE',
    );
    await makeLive(postgres.db);
    const maintenance = {
      ...testMaintenance(postgres.db, postgres.url),
      client: clientWith(access(), 'maintenance'),
    };
    const { id } = await addFindableWork(postgres.db, { vectors: { style: unitVector(1) } });
    const before = proxy.passed();
    await settling(maintenance)();
    const index = elasticsearchIndex({
      client: clientWith(access()),
      db: postgres.db,
      layout: maintenance.layout,
    });
    const found = await index.search({
      terms: [{ kind: 'style', spaceId: 'style-a', vector: unitVector(2), weight: 1 }],
      filter: {},
      excludeIds: [],
      offset: 0,
      limit: 5,
      withFacets: false,
    });
    expect(found.hits.map(({ artworkId }) => artworkId)).toEqual([id]);
    expect(proxy.passed()).toBeGreaterThan(before + 5);
    await removeIndices(maintenance);
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
      /does not accept the sign-in \(401\)\. See ELASTICSEARCH_API_KEY/,
    ],
    ['no key', () => ({ key: null }), /does not accept the sign-in \(401\)\. See ELASTICSEARCH_API_KEY/],
    [
      'a key without rights',
      () => ({ key: powerlessKey }),
      /is unauthorized for API key\. See ELASTICSEARCH_API_KEY/,
    ],
  ];

  test.each(refused)('with %s refuses access and says which setting to fix', async (_, access, message) => {
    const before = proxy.passed();
    const failure: unknown = await clientWith(access())
      .info()
      .catch((error: unknown) => error);
    expect(describeOutage(failure)).toMatch(message);
    expect(proxy.passed()).toBe(before);
  });

  test.each(refused)('with %s search on the site is unavailable instead of failing', async (_, access) => {
    const client = clientWith(access());
    const index = elasticsearchIndex({
      client,
      db: postgres.db,
      layout: testMaintenance(postgres.db, '').layout,
    });
    await expect(index.check()).rejects.toMatchObject({
      kind: 'unavailable',
      extensions: { retryAfterSeconds: 5 },
    });
  });

  test('a command that is refused says why', async () => {
    const { elasticsearchUrl: url } = withAccess({});
    Object.assign(process.env, { ELASTICSEARCH_URL: url, ELASTICSEARCH_CA_FILE: another.caFile });
    forgetSingleton('settings');
    const asking = withIndexMaintenance(({ client }) => client.info());
    await expect(asking).rejects.toMatchObject({
      kind: 'unavailable',
      message: expect.stringContaining('See ELASTICSEARCH_CA_FILE'),
    });
    Object.assign(process.env, { ELASTICSEARCH_CA_FILE: '/no/such/file.crt' });
    forgetSingleton('settings');
    await expect(withIndexMaintenance(({ client }) => client.info())).rejects.toMatchObject({
      message: 'ELASTICSEARCH_CA_FILE: /no/such/file.crt cannot be read (ENOENT).',
    });
    for (const name of ['ELASTICSEARCH_URL', 'ELASTICSEARCH_CA_FILE']) delete process.env[name];
    forgetSingleton('settings');
  });
});
