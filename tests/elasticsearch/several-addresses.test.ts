import { describeWithElasticsearch, elasticsearchUrl, testClient } from '../support/elasticsearch';
import { freePort } from '../support/free-port';

describeWithElasticsearch('a cluster of several addresses', () => {
  test.each(['search', 'maintenance'] as const)('is reached through those that answer: %s', async (use) => {
    const nobody = `http://127.0.0.1:${await freePort()}`;
    const client = testClient(use, `${nobody}, ${elasticsearchUrl}`);
    for (let i = 0; i < 4; i++) expect(await client.ping()).toBe(true);
    await client.close();
  });

  test('cannot be reached if none of them answers', async () => {
    const client = testClient(
      'search',
      `http://127.0.0.1:${await freePort()},http://127.0.0.1:${await freePort()}`,
    );
    await expect(client.info()).rejects.toThrow('ECONNREFUSED');
    await client.close();
  });
});
