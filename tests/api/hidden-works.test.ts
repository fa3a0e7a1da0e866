import { type Artwork } from '@/lib/catalog/artwork';
import { listArtworks } from '@/lib/catalog/artworks.repository';
import { deleteWorks, restoreWorks } from '@/lib/curation/deletion';
import { setPublication } from '@/lib/curation/publication';
import { useTestDatabase } from '../support/database';
import { useSite } from '../support/site';
import { apiClient, samplePicture } from './client';

jest.setTimeout(60_000);

const postgres = useTestDatabase({ samples: ['cubist-sea', 'cubist-cat', 'cubist-bridge', 'ukiyo-e-sea'] });
const password = 'the curators’ own';

describe('a work that visitors do not see', () => {
  const site = useSite(postgres, { env: { ADMIN_PASSWORD: password } });
  const api = apiClient(site);
  let works: readonly Artwork[] = [];
  const work = (index: number) => {
    const found = works[index];
    if (!found) throw new Error(`There is no sample ${index}.`);
    return found;
  };

  beforeAll(async () => {
    const all = await listArtworks(postgres.db, { filter: {}, sort: 'title', offset: 0, limit: 9 });
    works = all.artworks;
    await setPublication(postgres.db, [work(0).id], 'draft');
    await setPublication(postgres.db, [work(1).id], 'withdrawn');
    await deleteWorks(postgres.db, [work(2).id]);
  });

  const statusOf = async (path: string) => (await api.get(path)).status;

  test.each([
    ['a draft', 0, 404],
    ['a withdrawn work', 1, 410],
    ['a deleted work', 2, 410],
  ])('%s answers so at each of its addresses', async (_, index, status) => {
    const { id } = work(index);
    for (const path of [
      `/works/${id}`,
      `/api/v1/artworks/${id}`,
      `/api/v1/artworks/${id}/similar`,
      `/images/cards/${id}`,
      `/search?style=${id}`,
      `/search?content=${work(3).id}&style=${id}~-0.5`,
      `/api/v1/search?palette=${id}`,
    ])
      expect([path, await statusOf(path)]).toEqual([path, status]);
  });

  test('is in no list, no facet, no search and not in the site map', async () => {
    const visible = work(3);
    const hidden = works.slice(0, 3);
    const picture = await samplePicture('cubist-sea');
    const uploaded = await api.postForm(picture);
    expect(uploaded.status).toBe(201);
    const pages = await Promise.all(
      [
        '/',
        '/browse',
        '/browse?q=sea',
        `/works/${visible.id}`,
        `/search?style=${visible.id}`,
        '/sitemaps/works-1.xml',
        '/feed.atom',
        '/api/v1/artworks?limit=100',
        `/api/v1/artworks/${visible.id}/similar`,
        `/api/v1/search?style=${visible.id}&content=${visible.id}`,
      ].map(async (path) => [path, await (await api.get(path)).text()] as const),
    );
    for (const [path, body] of [...pages, ['an upload', await uploaded.text()] as const])
      for (const { id, title, image } of hidden)
        for (const text of [id, title, image.key])
          expect([path, text, body.includes(text)]).toEqual([path, text, false]);
    expect(pages.find(([path]) => path === '/browse')?.[1]).toContain(visible.title);
  });

  test('keeps its picture from everybody but curators', async () => {
    const form = new FormData();
    form.set('password', password);
    const signIn = await api.get('/admin/login', { method: 'POST', body: form, redirect: 'manual' });
    const cookie = signIn.headers.getSetCookie().find((line) => line.startsWith('gafu_session='));
    const headers = { cookie: cookie?.split(';')[0] ?? '' };
    const picture = (index: number, init?: RequestInit) =>
      api.get(`/images/${work(index).image.key}/320.webp`, init);
    expect((await picture(3)).headers.get('cache-control')).toMatch(/^public.*immutable/);
    for (const index of [0, 1, 2]) {
      const refused = await picture(index);
      expect([refused.status, refused.headers.get('cache-control')]).toEqual([404, 'no-store']);
      expect((await picture(index, { headers: { 'if-none-match': '*' } })).status).toBe(404);
      const shown = await picture(index, { headers });
      expect([shown.status, shown.headers.get('cache-control')]).toEqual([200, 'private, max-age=600']);
    }
  });

  test('is there again at once when it is published or restored', async () => {
    await setPublication(postgres.db, [work(0).id, work(1).id], 'published');
    await restoreWorks(postgres.db, [work(2).id]);
    for (const { id, image } of works) {
      expect([id, await statusOf(`/works/${id}`)]).toEqual([id, 200]);
      expect(await statusOf(`/images/${image.key}/320.webp`)).toBe(200);
    }
    const found = await (await api.get(`/api/v1/search?style=${work(3).id}`)).text();
    for (const { id } of works.slice(0, 3)) expect(found).toContain(id);
  });
});
