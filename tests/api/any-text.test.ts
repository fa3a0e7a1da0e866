import fc from 'fast-check';
import { artworkListSchema } from '@/app/api/_lib/artwork.schema';
import { useTestDatabase } from '../support/database';
import { useSite } from '../support/site';
import { wordless } from '../contract/text-pairs';
import { apiClient } from './client';

jest.setTimeout(120_000);

const postgres = useTestDatabase({ samples: ['cubist-sea', 'ukiyo-e-sea'] });

describe('any text in an address', () => {
  const site = useSite(postgres);
  const api = apiClient(site);
  let id = '';
  beforeAll(async () => {
    id = (await api.read(artworkListSchema, '/api/v1/artworks')).artworks[0]?.id ?? '';
  });

  /** Every place but the filters that takes a text: other parameters, ids, fields of forms. */
  const elsewhere = (encoded: string) => [
    ...['movement', 'subject', 'century', 'sort', 'page', 'style'].map(
      (name) => `/browse?${name}=${encoded}`,
    ),
    ...['style', 'content', 'palette', 'page'].map((name) => `/search?style=${id}&${name}=${encoded}`),
    ...['style', 'subject', 'limit'].map((name) => `/api/v1/search?palette=${id}&${name}=${encoded}`),
    ...['century', 'sort', 'limit', 'page', encoded].map((name) => `/api/v1/artworks?${name}=${encoded}`),
    `/search/blend?style=${encoded}&q=${encoded}`,
    `/api/v1/artworks/${id}/similar?by=${encoded}`,
    `/api/v1/artworks/${encoded}/similar`,
    `/api/v1/artworks/${encoded}`,
    `/works/${encoded}`,
    `/images/${encoded}/640.webp`,
    `/admin?known=${encoded}`,
    `/${encoded}`,
  ];

  /** @param encoded percent-encoded */
  const expectAnswers = async (encoded: string) => {
    const addresses = ['q', 'artist'].flatMap((name) => [
      `/browse?${name}=${encoded}`,
      `/search?style=${id}&${name}=${encoded}`,
      `/api/v1/artworks?${name}=${encoded}`,
      `/api/v1/search?style=${id}&${name}=${encoded}`,
    ]);
    const statuses = await Promise.all(
      addresses.map(async (address) => {
        const answer = await api.get(address);
        await answer.arrayBuffer();
        return [address, answer.status] as const;
      }),
    );
    expect(statuses.filter(([, status]) => ![200, 400].includes(status))).toEqual([]);
  };

  const texts = [
    ...wordless.filter((text) => text !== '\ud800').map(encodeURIComponent),
    ...['⑴', '㈠', 'ﷺ', '𠮷', 'x'.repeat(5000), 'か\u3099'.repeat(90), "a'".repeat(90)].map(
      encodeURIComponent,
    ),
    // Not UTF-8: a stray byte, half of a surrogate pair, a zero byte twice over, an unfinished escape.
    '%ff',
    '%ed%a0%80',
    '%00%2500',
    '%',
  ];

  test.each(texts)('%#', async (encoded) => {
    await expectAnswers(encoded);
  });

  test.each(texts)('%#, in every other place', async (encoded) => {
    const failed: string[] = [];
    for (const address of elsewhere(encoded)) {
      const answer = await api.get(address, { redirect: 'manual' });
      await answer.arrayBuffer();
      if (answer.status >= 500) failed.push(`${answer.status} ${address.slice(0, 200)}`);
    }
    expect(failed).toEqual([]);
  });

  test.each(['!', '⑴', '\u0000', '\ufffe', '"><script>', 'x'.repeat(5000), '𠮷', 'か\u3099'])(
    '%#, in the fields of a form',
    async (text) => {
      const send = (path: string, fields: readonly string[]) => {
        const body = new FormData();
        for (const name of fields) body.set(name, text);
        body.set('picture', new File([text], text));
        return api.get(path, { method: 'POST', body, headers: { accept: 'application/json' } });
      };
      const answers = await Promise.all([
        send('/query', ['with', 'as', text]),
        send('/api/v1/search', ['by', 'limit', 'q', 'artist']),
        send('/admin/login', ['password']),
        send('/admin/works/create', ['title', 'year', 'dateText']),
      ]);
      for (const { status } of answers) expect(status).toBeLessThan(500);
    },
  );

  test('of Unicode is answered or refused, never an error of the server', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 120 }), (text) =>
        expectAnswers(encodeURIComponent(text)),
      ),
      { numRuns: 15 },
    );
  });
});
