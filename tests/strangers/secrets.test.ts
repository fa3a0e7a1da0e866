import { type z } from 'zod';
import { uploadResultSchema } from '@/app/api/_lib/search.schema';
import { apiClient } from '../api/client';
import { painted } from '../bad-input/pictures';
import { useTestDatabase } from '../support/database';
import { useSite } from '../support/site';

jest.setTimeout(60_000);

const postgres = useTestDatabase({ samples: ['cubist-sea', 'ink-wash-sea'] });

describe('what is reached by the id of an upload', () => {
  const site = useSite(postgres);
  const api = apiClient(site);
  let uploaded: z.output<typeof uploadResultSchema>;
  let picture = '';
  beforeAll(async () => {
    const answer = await api.postForm(await painted(900, 700).jpeg().toBuffer());
    uploaded = uploadResultSchema.parse(await answer.json());
    picture = uploaded.references[0]?.image?.renditions[0]?.url ?? '';
  });

  const addresses = () => {
    const { id, url } = uploaded.upload;
    return [
      `/api/v1/search?style=${id}`,
      `/api/v1/search?palette=${id}~0.5`,
      `/api/v1/artworks/${id}/similar`,
      `/api/v1/artworks/${id}/similar?by=palette`,
      `/api/v1/artworks/${id}`,
      `/api/v1/search?style=${id}&page=0`,
      `/search/blend?style=${id}`,
      url,
      `${url}&content=nosuchwork`,
      picture,
    ];
  };

  test.each(['GET', 'HEAD'])('is for no shared cache, by %s and revalidated too', async (method) => {
    for (const path of addresses()) {
      const answer = await api.get(path, { method, redirect: 'manual' });
      expect([path, answer.headers.get('cache-control')]).toEqual([
        path,
        expect.stringMatching(/private|no-store/),
      ]);
      const etag = answer.headers.get('etag');
      if (etag === null) continue;
      const again = await api.get(path, { method, headers: { 'If-None-Match': etag } });
      expect([path, again.status, again.headers.get('cache-control')]).toEqual([
        path,
        304,
        expect.stringMatching(/private|no-store/),
      ]);
    }
  });

  test('is kept for minutes if it is a picture, and a work’s for ever', async () => {
    expect((await api.get(picture)).headers.get('cache-control')).toBe('private, max-age=600');
    const work = uploaded.hits[0]?.artwork.image.renditions[0]?.url ?? '';
    expect((await api.get(work)).headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });
});
