import { setArtworkState } from '@/lib/catalog/artworks.repository';
import { createUploadedQuery, deleteExpiredQueries } from '@/lib/catalog/queries.repository';
import { addFindableWork, type FindableWork, makeLive, unitVector } from '@/tests/contract/collection';
import { someImage } from '@/tests/support/artworks';
import { useTestDatabase } from '@/tests/support/database';
import { parseSearchQuery } from './query';
import { search, similarArtworks } from './search.service';

const postgres = useTestDatabase();
const works: FindableWork[] = [];

beforeAll(async () => {
  await makeLive(postgres.db);
  for (let i = 0; i < 30; i++)
    works.push(await addFindableWork(postgres.db, { artist: i < 10 ? 'Hokusai' : 'Monet', movement: 'Any' }));
}, 30_000);

const parse = (text: string) => parseSearchQuery(new URLSearchParams(text));
const work = (i: number) => works[i]?.id ?? '';

const upload = (expiresAt: Date, version = 'a') =>
  createUploadedQuery(postgres.db, {
    image: someImage('uploaded'),
    embeddings: [
      { spaceId: `style-${version}`, vector: works[3]?.vectors.style ?? unitVector(1) },
      { spaceId: `content-${version}`, vector: unitVector(2) },
    ],
    expiresAt,
  });
const inAnHour = () => new Date(Date.now() + 3_600_000);

test('a work finds the others and not itself, with what made the order', async () => {
  const result = await search(parse(`style=${work(0)}`));
  expect(result.total).toBe(29);
  expect(result.pages).toBe(2);
  expect(result.hits).toHaveLength(24);
  expect(result.hits.map(({ artwork }) => artwork.id)).not.toContain(work(0));
  const scores = result.hits.map(({ score }) => score);
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
  expect(result.references).toMatchObject([{ ref: work(0), kind: 'artwork', artwork: { id: work(0) } }]);
  expect(result.network).toMatchObject({ name: 'vgg19', spaces: { style: { id: 'style-a' } } });
  const next = await search(parse(`style=${work(0)}&page=2`));
  expect(next.hits).toHaveLength(5);
});

test('an uploaded picture finds the work that looks like it first', async () => {
  const { id, expiresAt } = await upload(inAnHour());
  const result = await search(parse(`style=${id}`));
  expect(result.total).toBe(30);
  expect(result.hits[0]?.artwork.id).toBe(work(3));
  expect(result.references).toMatchObject([{ ref: id, kind: 'upload', artwork: null, expiresAt }]);
});

test('facets count what the search can find: not the work it starts from', async () => {
  const { facets, total } = await search(parse(`style=${work(0)}&artist=Hokusai`));
  expect(total).toBe(9);
  expect(facets?.artist).toEqual([
    { value: 'Monet', count: 20 },
    { value: 'Hokusai', count: 9 },
  ]);
});

test('without a picture all works that the filter leaves are hits, none nearer than another', async () => {
  const { total, hits, references, facets } = await search(parse('artist=Hokusai'));
  expect([total, references]).toEqual([10, []]);
  expect(hits.map(({ artwork }) => artwork.id)).toEqual(works.slice(0, 10).map(({ id }) => id).sort()); // prettier-ignore
  for (const hit of hits) expect(hit).toMatchObject({ score: 0, cosines: {}, strength: null });
  expect(facets?.artist).toContainEqual({ value: 'Monet', count: 20 });
});

test('similar works are as many as asked for', async () => {
  const result = await similarArtworks(work(5), 'content', 4);
  expect(result.hits).toHaveLength(4);
  expect(result.facets).toBeNull();
});

test('a work that is referred to twice is one reference', async () => {
  const { references, hits } = await search(parse(`style=${work(0)}&content=${work(0)}~0.5`));
  expect(references).toHaveLength(1);
  expect(hits[0]?.cosines).toEqual({ style: expect.any(Number), content: expect.any(Number) });
});

describe('a search that cannot be answered says why', () => {
  test('unknown work or upload', async () => {
    await expect(search(parse('style=nosuchwork'))).rejects.toMatchObject({ kind: 'not-found' });
    await expect(search(parse('style=q_nosuchupload'))).rejects.toMatchObject({ kind: 'not-found' });
  });

  test('expired upload, before and after it is deleted', async () => {
    const { id } = await upload(new Date(Date.now() - 1000));
    await expect(search(parse(`style=${id}`))).rejects.toMatchObject({ kind: 'gone' });
    await deleteExpiredQueries(postgres.db, new Date());
    await expect(search(parse(`style=${id}`))).rejects.toMatchObject({ kind: 'gone' });
  });

  test('work without features: pending, failed', async () => {
    const { id } = await addFindableWork(postgres.db, { vectors: {} });
    await setArtworkState(postgres.db, id, 'pending');
    await expect(search(parse(`style=${id}`))).rejects.toMatchObject({ kind: 'conflict' });
    await setArtworkState(postgres.db, id, 'failed', 'The picture is damaged');
    await expect(search(parse(`style=${id}`))).rejects.toThrow('The picture is damaged');
  });

  test('upload that was embedded for a space no longer live', async () => {
    const { id } = await upload(inAnHour());
    await makeLive(postgres.db, 'b');
    await expect(search(parse(`style=${id}`))).rejects.toMatchObject({ kind: 'conflict' });
  });
});
