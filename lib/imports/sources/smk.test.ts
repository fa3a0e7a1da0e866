import { fixture, known, useMuseums } from '@/tests/support/museums';
import { smk } from './smk';

const museums = useMuseums();

test('Works are read field by field', async () => {
  museums().at('https://api.smk.dk/api/v1/art/search/', fixture('smk-page.json'));
  const page = await smk.list({ openOnly: true }, null, museums().client());
  expect(page.items.map(known)).toEqual([
    {
      id: 'KMS1',
      pictureUrl: 'https://iip.smk.dk/iiif/jp2/KMS1.tif.reconstructed.tif.jp2/full/!2048,2048/0/default.jpg',
      details: {
        titles: [
          { text: 'The Fall of the Titans', language: 'en' },
          { text: 'Titanernes fald', language: 'da' },
        ],
        makers: [
          {
            name: 'Cornelis Cornelisz. van Haarlem',
            nationality: 'hollandsk',
            birthYear: 1562,
            deathYear: 1638,
          },
        ],
        dateText: '1588-1590',
        technique: 'Olie på lærred',
        heightCm: 239,
        widthCm: 307,
        objectKind: 'maleri',
        collection: 'SMK, the National Gallery of Denmark',
        accessionNumber: 'KMS1',
        rights: 'https://creativecommons.org/share-your-work/public-domain/cc0/',
        sourceUrl: 'https://open.smk.dk/artwork/image/KMS1',
      },
    },
    {
      id: 'KKSgb4085',
      pictureUrl:
        'https://iip.smk.dk/iiif/jp2/pc4-15-03-2005_-_009.tif.reconstructed.tif.jp2/full/!2048,2048/0/default.jpg',
      details: {
        titles: [
          { text: 'A Man and a Woman Embracing', language: 'en' },
          { text: 'En mand og en kvinde, der omfavner og kærtegner hinanden', language: 'da' },
        ],
        makers: [{ name: 'Nicolai Abildgaard', nationality: 'dansk', birthYear: 1743, deathYear: 1809 }],
        dateText: 'Ca. 1800',
        technique: 'Blyant, pen og sort blæk, pensel og brun lavering på gråt papir',
        heightCm: 9.4,
        widthCm: 13.4,
        objectKind: 'tegning',
        collection: 'SMK, the National Gallery of Denmark',
        accessionNumber: 'KKSgb4085',
        rights: 'https://creativecommons.org/share-your-work/public-domain/cc0/',
        sourceUrl: 'https://open.smk.dk/artwork/image/KKSgb4085',
      },
    },
    {
      id: 'KKSgb6349',
      pictureUrl:
        'https://iip.smk.dk/iiif/jp2/pc4-07-09-04_-_011.tif.reconstructed.tif.jp2/full/!2048,2048/0/default.jpg',
      details: {
        titles: [{ text: 'Portræt af maleren Joseph Petzl', language: 'da' }],
        makers: [{ name: 'Wilhelm Bendz', nationality: 'dansk', birthYear: 1804, deathYear: 1832 }],
        dateText: '1832',
        technique: 'Blyant',
        heightCm: 22.5,
        widthCm: 18.9,
        objectKind: 'tegning',
        collection: 'SMK, the National Gallery of Denmark',
        accessionNumber: 'KKSgb6349',
        rights: 'https://creativecommons.org/share-your-work/public-domain/cc0/',
        sourceUrl: 'https://open.smk.dk/artwork/image/KKSgb6349',
      },
    },
    {
      id: 'KKS1615',
      pictureUrl: 'https://iip.smk.dk/iiif/jp2/kks1615.tif.jp2/full/!2048,2048/0/default.jpg',
      details: {
        titles: [{ text: 'Jomfru Maria med barnet og Sankt Anne ved vuggen', language: 'da' }],
        makers: [{ name: 'Albrecht Altdorfer', nationality: 'tysk', birthYear: 1478, deathYear: 1536 }],
        dateText: '1479-1537',
        technique: 'Kobberstik',
        heightCm: 6.4,
        widthCm: 5.5,
        objectKind: 'kobberstik',
        collection: 'SMK, the National Gallery of Denmark',
        accessionNumber: 'KKS1615',
        rights: 'https://creativecommons.org/share-your-work/public-domain/cc0/',
        sourceUrl: 'https://open.smk.dk/artwork/image/KKS1615',
      },
    },
  ]);
});

test('Only open works are asked for unless all are wanted', async () => {
  museums().at('https://api.smk.dk/api/v1/art/search/', { found: 300, items: [{ object_number: 'KMS2' }] });
  const page = await smk.list({ openOnly: true, type: 'maleri' }, '100', museums().client());
  expect(page).toEqual({
    items: [{ kind: 'unusable', id: 'KMS2', reason: 'it has no picture' }],
    next: '101',
    total: 300,
  });
  await smk.list({ openOnly: false, query: 'hav' }, null, museums().client());
  expect(museums().asked.map((address) => new URL(address).searchParams.get('filters'))).toEqual([
    '[has_image:true],[public_domain:true],[object_names:maleri]',
    '[has_image:true]',
  ]);
});
