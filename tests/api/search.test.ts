import { z } from 'zod';
import { artworkListSchema, artworkSchema } from '@/app/api/_lib/artwork.schema';
import { searchResultSchema, uploadResultSchema } from '@/app/api/_lib/search.schema';
import { useTestDatabase } from '../support/database';
import { onWall } from '../support/on-wall';
import { useSite } from '../support/site';
import { testNetwork } from '../support/test-network';
import { apiClient, samplePicture } from './client';

const painters = ['cubist', 'ukiyo-e', 'pointillist', 'ink-wash'];
const subjects = ['sea', 'cat', 'bridge'];

// The first picture waits for the network to be loaded.
jest.setTimeout(60_000);

const postgres = useTestDatabase({
  samples: painters.flatMap((painter) => subjects.map((subject) => `${painter}-${subject}`)),
});

describe('the API of a site with works', () => {
  const site = useSite(postgres);
  const api = apiClient(site);
  const works = new Map<string, z.output<typeof artworkSchema>>();
  const idOf = (title: string) => works.get(title)?.id ?? '';

  beforeAll(async () => {
    const { artworks } = await api.read(artworkListSchema, '/api/v1/artworks?limit=100');
    for (const work of artworks) works.set(work.title, work);
  });

  test('lists the collection with facets and pages that lead on', async () => {
    const response = await api.get('/api/v1/artworks?limit=5&sort=title');
    expect(response.status).toBe(200);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('server-timing')).toMatch(/^catalog;dur=/);
    const pages = [artworkListSchema.parse(await response.json())];
    for (let next = pages[0]?.links.next; next; next = pages.at(-1)?.links.next)
      pages.push(await api.read(artworkListSchema, next));
    expect(pages.map(({ artworks }) => artworks.length)).toEqual([5, 5, 2]);
    expect(new Set(pages.flatMap(({ artworks }) => artworks.map(({ id }) => id))).size).toBe(12);
    expect(pages[0]?.facets.movement.map(({ count }) => count)).toEqual([3, 3, 3, 3]);
  });

  test('narrows by words and facets', async () => {
    const list = await api.read(artworkListSchema, '/api/v1/artworks?movement=Cubism&q=arches');
    expect(list.artworks.map(({ title }) => title)).toEqual(['The Arches']);
    expect(list.facets.movement).toContainEqual({ value: 'Cubism', count: 1 });
  });

  test('shows one work, whose picture can be fetched', async () => {
    const { image, ...work } = await api.read(artworkSchema, `/api/v1/artworks/${idOf('The Cat Considers')}`);
    expect(work).toMatchObject({ artist: 'Lin Muyun', movement: 'Ink wash painting', state: 'ready' });
    const rendition = await api.get(image.renditions[0]?.url ?? '');
    expect(rendition.headers.get('content-type')).toBe('image/webp');
    expect((await rendition.arrayBuffer()).byteLength).toBeGreaterThan(1000);
  });

  test('says 304 to who holds the answer already', async () => {
    const path = `/api/v1/artworks/${idOf('The Cat Considers')}`;
    const etag = (await api.get(path)).headers.get('etag') ?? '';
    const again = await api.get(path, { headers: { 'If-None-Match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  test('finds works in the same style, and what made the order', async () => {
    const result = await api.read(
      searchResultSchema,
      `/api/v1/artworks/${idOf('The Cat Considers')}/similar?limit=2`,
    );
    expect(result.hits.map(({ artwork }) => artwork.movement)).toEqual([
      'Ink wash painting',
      'Ink wash painting',
    ]);
    expect(result.hits.map(({ rank }) => rank)).toEqual([1, 2]);
    // Against pairs of the paintings that the recipe was measured on: twelve works are too few to tell.
    expect(result.hits[0]?.strength).toMatchObject({ percentile: expect.any(Number), weak: false });
    expect(result.hits[0]?.strength?.percentile).toBeGreaterThan(90);
    expect(result.total).toBe(11);
    expect(result.network).toMatchObject({ name: testNetwork.name, recipe: testNetwork.recipe });
    expect(result.network.spaces.style).toMatchObject({
      layers: testNetwork.styleLayers,
      dimensions: testNetwork.styleDimensions,
    });
  });

  test('blends, filters and pages; its page’s address answers too', async () => {
    const query = `style=${idOf('The Cat Considers')}&content=${idOf('The Arches')}~0.5&subject=Bridge&limit=2`;
    const response = await api.get(`/api/v1/search?${query}`);
    expect(response.headers.get('server-timing')).toMatch(/references;dur=.*index;dur=.*hits;dur=/);
    expect(response.headers.get('cache-control')).toBe('public, no-cache');
    const result = searchResultSchema.parse(await response.json());
    expect(result.total).toBe(3);
    expect(result.query.terms).toContainEqual({
      kind: 'content',
      ref: idOf('The Arches'),
      detail: null,
      weight: 0.5,
    });
    expect(Object.keys(result.hits[0]?.cosines ?? {}).sort()).toEqual(['content', 'style']);
    expect(result.hits[0]?.strength).toMatchObject({ percentile: expect.any(Number) });
    const against = await api.read(searchResultSchema, `/api/v1/search?${query.replace('~0.5', '~-0.5')}`);
    expect(against.hits[0]?.strength).toBeNull();
    const next = await api.read(searchResultSchema, result.links.next ?? '');
    expect(next.hits.map(({ rank }) => rank)).toEqual([3]);
    expect((await api.get(result.links.page)).status).toBe(200);
  });

  test('lists what the filter leaves if no picture is given; blank words and names narrow nothing', async () => {
    const result = await api.read(searchResultSchema, '/api/v1/search?movement=Cubism&q=&artist=');
    expect(result.hits.map(({ artwork, score }) => [artwork.movement, score])).toEqual([
      ['Cubism', 0],
      ['Cubism', 0],
      ['Cubism', 0],
    ]);
  });

  test.each([
    ['a form', 'form'],
    ['bytes', 'bytes'],
    ['base64 in JSON', 'json'],
  ])('searches with a picture sent as %s, and again by its id', async (_, way) => {
    const picture = await samplePicture('ukiyo-e-bridge');
    const parameters = '?by=style&limit=3';
    const json = { image: picture.toString('base64') };
    const answer = await {
      form: () => api.postForm(picture, parameters),
      bytes: () => api.postBytes(picture, 'image/webp', parameters),
      json: () => api.postBytes(Buffer.from(JSON.stringify(json)), 'application/json', parameters),
    }[way as 'form' | 'bytes' | 'json']();
    expect(answer.status).toBe(201);
    expect(answer.headers.get('cache-control')).toBe('private, no-cache');
    const { upload, hits, references } = uploadResultSchema.parse(await answer.json());
    expect(hits.map(({ artwork }) => artwork.movement)).toEqual(['Ukiyo-e', 'Ukiyo-e', 'Ukiyo-e']);
    expect(hits[0]).toMatchObject({ duplicateOf: upload.id, artwork: { subject: 'Bridge' } });
    expect(references).toMatchObject([{ kind: 'upload', artwork: null, expiresAt: upload.expiresAt }]);
    const days = (Date.parse(upload.expiresAt) - Date.now()) / 86_400_000;
    expect(days).toBeCloseTo(30, 1);
    expect(upload.photograph).toBeNull();
    expect(answer.headers.get('location')).toBe(upload.url);
    expect((await api.get(upload.url)).status).toBe(200);
    const again = await api.read(searchResultSchema, `/api/v1/search?content=${upload.id}&limit=3`);
    expect(again.hits[0]?.artwork.subject).toBe('Bridge');
  });

  test('searches a photograph of a painting by the painting, and names the whole photograph', async () => {
    const { photograph } = await onWall(await samplePicture('ukiyo-e-bridge'));
    const answer = await api.postForm(photograph, '?by=style&limit=3');
    const { upload, hits } = uploadResultSchema.parse(await answer.json());
    expect(hits[0]?.artwork).toMatchObject({ movement: 'Ukiyo-e', subject: 'Bridge' });
    const whole = await api.read(searchResultSchema, `/api/v1/search?style=${upload.photograph?.id}&limit=3`);
    expect(whole.references).toMatchObject([{ kind: 'upload', ref: upload.photograph?.id }]);
    expect(upload.photograph?.id).not.toBe(upload.id);
  });

  test('takes parameters as fields of the form, which count rather than those of the address', async () => {
    const form = new FormData();
    form.set('picture', new File([Uint8Array.from(await samplePicture('ukiyo-e-cat'))], 'cat.webp'));
    form.set('movement', 'Cubism');
    form.set('by', 'content');
    form.set('limit', '3');
    const answer = await api.get('/api/v1/search?by=style&limit=2', { method: 'POST', body: form });
    const { hits, query } = uploadResultSchema.parse(await answer.json());
    expect(query.terms).toMatchObject([{ kind: 'content' }]);
    expect(hits.map(({ artwork }) => artwork.movement)).toEqual(['Cubism', 'Cubism', 'Cubism']);
  });

  test('refuses headers of more than 16 KB, as its description says', async () => {
    const answer = await api.get('/api/health', { headers: { 'X-Long': 'x'.repeat(20_000) } });
    expect([answer.status, await answer.text()]).toEqual([431, '']);
  });

  test('describes itself to programs and to people', async () => {
    const document = z.object({ openapi: z.literal('3.1.0'), paths: z.record(z.string(), z.unknown()) });
    const { paths } = await api.read(document, '/api/openapi.json');
    const page = await (await api.get('/developers')).text();
    for (const path of Object.keys(paths)) expect(page).toContain(path);
    expect((await api.get('/api')).url).toBe(`${site.origin}/developers`);
  });
});
