import { createUploadedQuery, deleteExpiredQueries } from '@/lib/catalog/queries.repository';
import { makeLive, unitVector } from '../contract/collection';
import { someImage } from '../support/artworks';
import { useTestDatabase } from '../support/database';
import { useSite } from '../support/site';
import { apiClient } from './client';

const postgres = useTestDatabase();

describe('the API of a site without works', () => {
  const site = useSite(postgres);
  const api = apiClient(site);

  test.each([
    ['/api/v1/artworks/nosuchwork', 404],
    ['/api/v1/artworks/nosuchwork/similar', 404],
    ['/api/v1/search?style=nosuchwork', 404],
    ['/api/v1/search?style=q_nosuchupload', 404],
    ['/api/v1/nothing/here', 404],
    ['/api/nothing', 404],
  ])('%s is not found, and says what is not', async (path, status) => {
    const problem = await api.problemOf(api.get(path));
    expect(problem).toMatchObject({
      status,
      instance: path.split('?')[0],
      type: 'urn:gafu:problem:not-found',
    });
  });

  test.each([
    ['/api/v1/search?style=', 'style'],
    ['/api/v1/search?style=a~9', 'style'],
    ['/api/v1/search?style=%2e%2e%2fetc', 'style'],
    ['/api/v1/search?style=a&stile=b', 'stile'],
    ['/api/v1/artworks?page=many', 'page'],
    ['/api/v1/search?style=a&limit=101', 'limit'],
    ['/api/v1/search?style=a&limit=10&limit=20', 'limit'],
    ['/api/v1/search?style=a&q=%00', 'q'],
    ['/api/v1/search?style=a&limit=', 'limit'],
    ['/api/v1/artworks?sort=beauty', 'sort'],
    ['/api/v1/artworks?sort=', 'sort'],
    ['/api/v1/artworks?page=%20', 'page'],
    ['/api/v1/artworks?century=', 'century'],
    ['/api/v1/artworks?page=many', 'page'],
    ['/api/v1/artworks?century=19th', 'century'],
    [`/api/v1/artworks?q=${'a'.repeat(201)}`, 'q'],
    ['/api/v1/artworks/nosuchwork/similar?by=colour', 'by'],
    ['/api/v1/artworks/nosuchwork/similar?by=', 'by'],
  ])('%s is refused for its %s', async (path, parameter) => {
    const problem = await api.problemOf(api.get(path));
    expect(problem).toMatchObject({ status: 400, parameter });
    expect(problem.detail).toContain(parameter);
  });

  test('a problem is told in the language that the request accepts', async () => {
    const of = async (path: string, headers: Record<string, string>) => {
      const response = await fetch(`${site.origin}${path}`, { headers });
      const { title, detail } = (await response.json()) as { title: string; detail: string };
      return { title, detail, language: response.headers.get('content-language') };
    };
    const japanese = { 'accept-language': 'ja' };
    expect(await of('/api/v1/artworks/nosuchwork', { 'accept-language': 'fr' })).toMatchObject({
      title: 'Not found',
      language: 'en',
    });
    expect(await of('/api/v1/search?style=nosuchwork', japanese)).toEqual({
      title: '見つかりません',
      detail: 'コレクションに作品「nosuchwork」はありません。',
      language: 'ja',
    });
    expect(await of('/api/v1/artworks?page=many', japanese)).toMatchObject({
      title: 'リクエストを読み取れません',
      detail: 'アドレスの「page」に「many」は使えません。',
    });
  });

  test('an upload that has expired is gone, deleted or not', async () => {
    await makeLive(postgres.db);
    const { id } = await createUploadedQuery(postgres.db, {
      image: someImage('expired'),
      embeddings: [{ spaceId: 'style-a', vector: unitVector(1) }],
      expiresAt: new Date(Date.now() - 1000),
    });
    expect(await api.problemOf(api.get(`/api/v1/search?style=${id}`))).toMatchObject({ status: 410 });
    await deleteExpiredQueries(postgres.db, new Date());
    expect(await api.problemOf(api.get(`/api/v1/search?style=${id}`))).toMatchObject({ status: 410 });
  });

  test('an upload of a space that is no longer live is a conflict that says what to do', async () => {
    await makeLive(postgres.db, 'a');
    const { id } = await createUploadedQuery(postgres.db, {
      image: someImage('old space'),
      embeddings: [{ spaceId: 'style-a', vector: unitVector(1) }],
      expiresAt: new Date(Date.now() + 3_600_000),
    });
    expect((await api.get(`/api/v1/search?style=${id}`)).status).toBe(200);
    await makeLive(postgres.db, 'b');
    const problem = await api.problemOf(api.get(`/api/v1/search?style=${id}`));
    expect(problem).toMatchObject({ status: 409, ref: id });
    expect(problem.detail).toContain('Upload it again');
  });

  test('methods that an address does not have are refused', async () => {
    expect((await api.get('/api/v1/artworks', { method: 'DELETE' })).status).toBe(405);
    expect((await api.get('/api/v1/search', { method: 'PUT' })).status).toBe(405);
  });

  test('who sends too many pictures is told when to come again', async () => {
    const headers = { 'X-Forwarded-For': '192.0.2.7', 'Content-Type': 'image/png' };
    const send = () => api.get('/api/v1/search', { method: 'POST', body: '', headers });
    // The limit is 240 a minute. On a busy machine a minute may end between two of these.
    let refused: Response[] = [];
    for (let round = 0; round < 3 && refused.length === 0; round += 1) {
      const answers = await Promise.all(Array.from({ length: 245 }, send));
      refused = answers.filter(({ status }) => status === 429);
      expect(answers.length - refused.length).toBeGreaterThanOrEqual(round === 0 ? 240 : 0);
    }
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});
