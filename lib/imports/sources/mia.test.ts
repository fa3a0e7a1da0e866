import { fixture, known, useMuseums } from '@/tests/support/museums';
import { mia } from './mia';

const museums = useMuseums();

test('Works are read field by field', async () => {
  museums().at('https://search.artsmia.org/', fixture('mia-page.json'));
  const page = await mia.list({ openOnly: true }, null, museums().client());
  expect(page.items.map(known)).toEqual([
    {
      id: '1218',
      pictureUrl: 'https://0.api.artsmia.org/800/1218.jpg',
      details: {
        titles: [{ text: 'Olive Trees', language: 'en' }],
        makers: [
          {
            name: 'Vincent van Gogh',
            nationality: 'Dutch',
            birthYear: 1853,
            deathYear: 1890,
            role: 'Artist',
          },
        ],
        dateText: '1889',
        medium: 'Oil on canvas',
        dimensionsText:
          '29 x 36 1/2 in. (73.66 x 92.71 cm) (canvas)\r\n39 3/4 x 47 x 3 1/2 in. (100.97 x 119.38 x 8.89 cm) (outer frame)\r\n46 3/8 in. (117.79 cm) (diagonal)\r\n28 1/2 x 36 in. (72.39 x 91.44 cm) (sight)',
        heightCm: 73.66,
        widthCm: 92.71,
        objectKind: 'Painting',
        placeMade: 'Netherlands',
        collection: 'Minneapolis Institute of Art',
        accessionNumber: '51.7',
        creditLine: 'The William Hood Dunwoody Fund',
        rights: 'Public Domain Mark 1.0',
        sourceUrl: 'https://collections.artsmia.org/art/1218',
        altTexts: [
          {
            text: 'Landscape of grove of olive trees and their cast shadows in foreground, mountain looms in background, intense sun and dazzling light dominates the sky. No signature.',
            language: 'en',
          },
        ],
      },
    },
    {
      id: '1355',
      pictureUrl: 'https://4.api.artsmia.org/800/1355.jpg',
      details: {
        titles: [{ text: 'Study for Portrait VI', language: 'en' }],
        makers: [
          {
            name: 'Francis Bacon',
            nationality: 'British (born Ireland)',
            birthYear: 1909,
            deathYear: 1992,
            role: 'Artist',
          },
        ],
        dateText: '1953',
        medium: 'Oil on canvas',
        dimensionsText:
          '59 5/8 × 45 3/4 in. (151.4 × 116.2 cm) (canvas)\r\n68 1/4 × 54 1/8 × 4 1/4 in. (173.4 × 137.5 × 10.8 cm) (outer frame)',
        heightCm: 151.4,
        widthCm: 116.2,
        objectKind: 'Painting',
        placeMade: 'England',
        collection: 'Minneapolis Institute of Art',
        accessionNumber: '58.35',
        creditLine: 'The Miscellaneous Works of Art Purchase Fund',
        rights: 'In Copyright',
        sourceUrl: 'https://collections.artsmia.org/art/1355',
      },
    },
    {
      id: '1380',
      pictureUrl: 'https://1.api.artsmia.org/800/1380.jpg',
      details: {
        titles: [{ text: 'Yogini with a jar', language: 'en' }],
        dateText: 'early 10th century',
        medium: 'Igneous rock',
        dimensionsText: '45 x 28 1/2 x 15 1/2 in. (114.3 x 72.39 x 39.37 cm)',
        heightCm: 114.3,
        widthCm: 72.39,
        objectKind: 'Sculpture',
        placeMade: 'India',
        collection: 'Minneapolis Institute of Art',
        accessionNumber: '60.21',
        creditLine: 'The Christina N. and Swan J. Turnblad Memorial Fund',
        rights: 'Public Domain Mark 1.0',
        sourceUrl: 'https://collections.artsmia.org/art/1380',
        altTexts: [
          {
            text: 'A yogini bearing a jar. One of 19 known sculptures from a set originating in Kanchipuram, Tamil Nadu, India.',
            language: 'en',
          },
        ],
      },
    },
  ]);
});

test('The search is filtered and paged', async () => {
  museums().at('https://search.artsmia.org/', {
    hits: { total: { value: 250 }, hits: [{ _source: { id: 7, image: 'invalid' } }] },
  });
  const page = await mia.list(
    { openOnly: true, query: 'gogh', type: 'Paintings' },
    '100',
    museums().client(),
  );
  expect(page).toEqual({
    items: [{ kind: 'unusable', id: '7', reason: 'it has no picture' }],
    next: '101',
    total: 250,
  });
  const asked = new URL(museums().asked[0] ?? '');
  expect(asked.pathname).toBe('/gogh');
  expect(asked.searchParams.get('filters')).toBe(
    'image:valid rights_type:"Public Domain" classification:"Paintings"',
  );
});
