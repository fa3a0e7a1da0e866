import fc from 'fast-check';
import { addWork } from '@/tests/support/artworks';
import { useTestDatabase } from '@/tests/support/database';
import { type ArtworkFilter } from './artwork';
import { deleteArtwork, listArtworks, matchingIds } from './artworks.repository';
import { countFacets } from './facets.repository';
import { resolveText, storable } from './text-query';

const store = useTestDatabase();

beforeEach(async () => {
  await store.db.artwork.deleteMany();
});

async function titles(filter: ArtworkFilter, sort: 'relevance' | 'title' = 'title'): Promise<string[]> {
  const { artworks } = await listArtworks(store.db, { filter, sort, offset: 0, limit: 50 });
  return artworks.map(({ title }) => title);
}

describe('finding by text', () => {
  beforeEach(async () => {
    await addWork(store.db, {
      title: 'Impression, Sunrise',
      artist: 'Claude Monet',
      movement: 'Impressionism',
      year: 1872,
    });
    await addWork(store.db, {
      title: 'Le Déjeuner sur l’herbe',
      artist: 'Édouard Manet',
      movement: 'Realism',
      year: 1863,
    });
    await addWork(store.db, {
      title: 'The Great Wave',
      artist: 'Katsushika Hokusai',
      subject: 'sea',
      description: 'Mount Fuji beyond boats',
    });
    await addWork(store.db, { title: 'Guernica', artist: 'Pablo Picasso' });
    await addWork(store.db, { title: 'Widok z okna', artist: 'Stanisław Wyspiański' });
  });

  test.each([
    ['a word of the title', 'sunrise', 'Impression, Sunrise'],
    ['the beginning of a word', 'impr', 'Impression, Sunrise'],
    ['words of different fields', 'monet sunrise', 'Impression, Sunrise'],
    ['without the accents it has', 'edouard dejeuner', 'Le Déjeuner sur l’herbe'],
    ['with accents it has not', 'Mônet', 'Impression, Sunrise'],
    ['decomposed accents', 'De\u0301jeuner', 'Le Déjeuner sur l’herbe'],
    ['a stroked letter', 'stanislaw', 'Widok z okna'],
    ['an elision', 'lherbe', 'Le Déjeuner sur l’herbe'],
    ['a word of the description', 'fuji', 'The Great Wave'],
    ['a missing letter', 'picaso', 'Guernica'],
    ['a doubled letter', 'monnet', 'Impression, Sunrise'],
    ['swapped letters', 'hokusia', 'The Great Wave'],
    ['a wrong letter', 'guernika', 'Guernica'],
  ])('%s', async (_, text, title) => {
    expect(await titles({ text }, 'relevance')).toEqual([title]);
  });

  test('Monet is not Manet', async () => {
    expect(await titles({ text: 'Manet' })).toEqual(['Le Déjeuner sur l’herbe']);
  });

  test('every word must occur', async () => {
    expect(await titles({ text: 'monet wave' })).toEqual([]);
  });

  test('signs alone find nothing, blanks alone leave everything', async () => {
    expect(await titles({ text: ':*&|!' })).toEqual([]);
    expect(await titles({ text: "')); DROP TABLE artworks; --" })).toEqual([]);
    expect(await titles({ text: '  ' })).toHaveLength(5);
  });

  test('what has the word in its title comes before what has it in its description', async () => {
    await addWork(store.db, { title: 'Red Fuji', artist: 'Katsushika Hokusai' });
    expect(await titles({ text: 'fuji' }, 'relevance')).toEqual(['Red Fuji', 'The Great Wave']);
  });
});

describe('ranking by text', () => {
  test.each([
    [
      'titles and artists before subjects, these before descriptions',
      'sea',
      ['Sea', 'A picture', 'Another picture'],
    ],
    ['a whole word before the beginning of one', 'bridge', ['The bridge', 'Bridgework']],
    ['the title itself before titles that contain it', 'waves', ['Waves', 'Waves at night']],
    ['the whole before a part, without blanks too', '富士', ['富士', '赤富士之図', 'Untitled']],
    [
      'similar words below exact ones, and in the title first',
      'harbor fishermn',
      ['Fisherman in the harbor', 'Harbor'],
    ],
  ])('%s', async (_, text, expected) => {
    await addWork(store.db, { title: 'Another picture', description: 'Boats on the sea.' });
    await addWork(store.db, { title: 'Sea' });
    await addWork(store.db, { title: 'A picture', subject: 'sea' });
    await addWork(store.db, { title: 'The bridge' });
    await addWork(store.db, { title: 'Bridgework' });
    await addWork(store.db, { title: 'Waves' });
    await addWork(store.db, { title: 'Waves at night' });
    await addWork(store.db, { title: '富士' });
    await addWork(store.db, { title: 'Untitled', description: '遠くに富士が見える。' });
    await addWork(store.db, { title: '赤富士之図' });
    await addWork(store.db, { title: 'Fisherman in the harbor' });
    await addWork(store.db, { title: 'Harbor', medium: 'Drawing of a fisherman' });
    expect(await titles({ text }, 'relevance')).toEqual(expected);
  });
});

describe('any text at all', () => {
  const anyText = fc.string({ unit: 'binary', maxLength: 200 });
  const oddText = fc
    .array(
      fc.oneof(
        fc.constantFrom(...'!"\'()*:&|<>-\\%_\0\ud800\udfff⑴㈠ﷺ·’\u0301\u3099か𠮷가ا ', 'wave'),
        anyText,
      ),
    )
    .map((parts) => parts.join('').slice(0, 200));

  test('answers, with as many works as it counts in all facets together', async () => {
    const filed = {
      artist: 'A',
      movement: 'B',
      genres: ['C'],
      subject: 'D',
      year: 1900,
      medium: 'E',
      objectKind: 'F',
      collection: 'G',
      rights: 'H',
    };
    await addWork(store.db, {
      ...filed,
      title: 'The wave (1) か',
    });
    await addWork(store.db, { ...filed, title: '⑴ ﷺ 𠮷野 가나' });
    await fc.assert(
      fc.asyncProperty(oddText, async (text) => {
        const page = { filter: { text }, sort: 'relevance', offset: 0, limit: 10 } as const;
        const { artworks, total } = await listArtworks(store.db, page);
        // Works that are not embedded have no colours.
        const { colour, ...facets } = await countFacets(store.db, { text });
        expect(artworks).toHaveLength(total);
        expect(colour).toEqual([]);
        for (const values of Object.values(facets)) expect(values[0]?.count ?? 0).toBe(total);
        expect(await matchingIds(store.db, { text })).toHaveLength(total);
      }),
      { numRuns: 150 },
    );
  });

  test.each([
    `${"a'".repeat(150)}`,
    'x'.repeat(300),
    '山'.repeat(300),
    `${'か゛'.repeat(150)}`,
    "'".repeat(300),
  ])('is stored and answered, however long: %#', async (title) => {
    const { id } = await addWork(store.db, { title, description: title.repeat(10) });
    const ids = await matchingIds(store.db, { text: title.slice(0, 200) });
    expect(ids).toEqual(title.startsWith("'") ? [] : [id]);
  });

  test('is stored and found again, if it has a word', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), async (text) => {
        const title = storable(text);
        const { id } = await addWork(store.db, { title });
        const words = (await resolveText(store.db, title))?.words ?? [];
        const ids = await matchingIds(store.db, { text: title });
        expect([title, ids.includes(id)]).toEqual([title, title.trim() === '' || words.length > 0]);
        await deleteArtwork(store.db, id);
      }),
      { numRuns: 100 },
    );
  });
});
