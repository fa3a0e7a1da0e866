import { fixture, known, useMuseums } from '@/tests/support/museums';
import { cleveland } from './cleveland';

const museums = useMuseums();

test('Works are read field by field', async () => {
  museums().at('https://openaccess-api.clevelandart.org/api/artworks/', fixture('cleveland-page.json'));
  const page = await cleveland.list({ openOnly: true }, null, museums().client());
  expect(page.items.map(known)).toEqual([
    {
      id: '1335.1917',
      pictureUrl: 'https://openaccess-cdn.clevelandart.org/1335.1917/1335.1917_web.jpg',
      details: {
        titles: [{ text: 'View of Schroon Mountain, Essex County, New York, After a Storm', language: 'en' }],
        makers: [
          { name: 'Thomas Cole', nationality: 'American', birthYear: 1801, deathYear: 1848, role: 'artist' },
        ],
        dateText: '1838',
        medium: 'oil on canvas',
        dimensionsText:
          'Framed: 132.5 x 193.5 x 13 cm (52 3/16 x 76 3/16 x 5 1/8 in.); Unframed: 99.8 x 160.6 cm (39 5/16 x 63 1/4 in.)',
        heightCm: 99.8,
        widthCm: 160.6,
        objectKind: 'Painting',
        placeMade: 'America, 19th century',
        collection: 'The Cleveland Museum of Art',
        accessionNumber: '1335.1917',
        creditLine: 'Hinman B. Hurlbut Collection',
        rights: 'CC0',
        sourceUrl: 'https://clevelandart.org/art/1335.1917',
        descriptions: [
          {
            text: 'Championing the unspoiled American wilderness, Cole declared, "We are still in Eden."',
            language: 'en',
          },
        ],
      },
    },
    {
      id: '1916.586.a',
      pictureUrl: 'https://openaccess-cdn.clevelandart.org/1916.586.a/1916.586.a_web.jpg',
      details: {
        titles: [{ text: 'Scent Bottle', language: 'en' }],
        dateText: '1700s',
        medium: 'glass with enamel decoration',
        dimensionsText: 'Overall: 10.2 cm (4 in.)',
        objectKind: 'Miscellaneous',
        placeMade: 'Germany, 18th century',
        collection: 'The Cleveland Museum of Art',
        accessionNumber: '1916.586.a',
        creditLine: 'Gift of Mr. and Mrs. J. H. Wade',
        rights: 'CC0',
        sourceUrl: 'https://clevelandart.org/art/1916.586.a',
      },
    },
    {
      id: '1958.425',
      pictureUrl: 'https://openaccess-cdn.clevelandart.org/1958.425/1958.425_web.jpg',
      details: {
        titles: [{ text: 'Hunting near Hartenfels Castle', language: 'en' }],
        makers: [{ name: 'Lucas Cranach the Elder', role: 'artist' }],
        dateText: '1540',
        collection: 'The Cleveland Museum of Art',
        accessionNumber: '1958.425',
        rights: 'CC0',
        sourceUrl: 'https://clevelandart.org/art/1958.425',
      },
    },
  ]);
});

test('Pages follow each other, and a record of another form spoils no page', async () => {
  const works = [
    { accession_number: '1.1', images: { web: { url: 'https://a.example/1.jpg' } } },
    { accession_number: '1.2', images: null },
    { accession_number: 13, creators: 'nobody' },
  ];
  museums().at('https://openaccess-api.clevelandart.org/api/artworks/', { info: { total: 7 }, data: works });
  const choice = { openOnly: true, query: 'cats', type: 'Painting', department: 'Prints' };
  const page = await cleveland.list(choice, '3', museums().client());
  expect(page.next).toBe('6');
  expect(page.items).toMatchObject([
    { kind: 'record', id: '1.1', details: { titles: [{ text: 'Untitled' }] } },
    { kind: 'unusable', id: '1.2', reason: 'it has no picture' },
    { kind: 'unusable', id: '13', reason: expect.stringContaining('creators') },
  ]);
  expect(museums().asked[0]).toBe(
    'https://openaccess-api.clevelandart.org/api/artworks/?has_image=1&limit=100&skip=3&cc0=1&q=cats&department=Prints&type=Painting',
  );
});
