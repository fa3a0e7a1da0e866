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

  test.each([
    ...wordless.filter((text) => text !== '\ud800').map(encodeURIComponent),
    ...['⑴', '㈠', 'ﷺ', '𠮷', 'x'.repeat(5000), 'か\u3099'.repeat(90), "a'".repeat(90)].map(
      encodeURIComponent,
    ),
    // Not UTF-8: a stray byte, half of a surrogate pair, a zero byte twice over, an unfinished escape.
    '%ff',
    '%ed%a0%80',
    '%00%2500',
    '%',
  ])('%#', async (encoded) => {
    await expectAnswers(encoded);
  });

  test('of Unicode is answered or refused, never an error of the server', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 120 }), (text) =>
        expectAnswers(encodeURIComponent(text)),
      ),
      { numRuns: 15 },
    );
  });
});
