import { fixture, known, useMuseums } from '@/tests/support/museums';
import { rijksmuseum } from './rijksmuseum';

const museums = useMuseums();
const oai = 'https://data.rijksmuseum.nl/oai';

// No recorded answer has the identifiers of their headers; the object numbers stand in their place.
test('Records of OAI-PMH in EDM are read field by field, and deleted ones are gone', async () => {
  museums().at(oai, fixture('rijksmuseum-oai.xml'));
  const page = await rijksmuseum.list({ openOnly: true, set: '261208' }, null, museums().client());
  expect(page).toMatchObject({ next: null, total: 4 });
  expect(page.items.map(known)).toEqual([
    ...[
      {
        id: 'SK-C-5',
        pictureUrl: 'https://iiif.micr.io/PJEZO/full/!2048,2048/0/default.jpg',
        details: {
          titles: [
            {
              text: 'The Night Watch Militia Company of District II under the Command of Captain Frans Banninck Cocq',
              language: 'en',
            },
          ],
          makers: [{ name: 'Rembrandt van Rijn', wikidataId: 'Q5598', ulanId: '500011051' }],
          dateText: '1642',
          objectKind: 'painting',
          collection: 'Rijksmuseum',
          accessionNumber: 'SK-C-5',
          rights: 'http://creativecommons.org/publicdomain/mark/1.0/',
          sourceUrl: 'https://www.rijksmuseum.nl/en/collection/SK-C-5',
        },
      },
      {
        id: 'SK-A-2344',
        pictureUrl: 'https://iiif.micr.io/QkOGy/full/!2048,2048/0/default.jpg',
        details: {
          titles: [{ text: 'The Milkmaid', language: 'en' }],
          makers: [{ name: 'Johannes Vermeer' }],
          dateText: '1660',
          objectKind: 'painting',
          collection: 'Rijksmuseum',
          accessionNumber: 'SK-A-2344',
          rights: 'http://creativecommons.org/publicdomain/mark/1.0/',
          sourceUrl: 'https://www.rijksmuseum.nl/en/collection/SK-A-2344',
        },
      },
      {
        id: 'SK-A-1115',
        pictureUrl: 'https://iiif.micr.io/GebpD/full/!2048,2048/0/default.jpg',
        details: {
          titles: [{ text: 'The Battle of Waterloo', language: 'en' }],
          makers: [{ name: 'Jan Willem Pieneman' }],
          dateText: '1824',
          objectKind: 'painting',
          collection: 'Rijksmuseum',
          accessionNumber: 'SK-A-1115',
          rights: 'http://creativecommons.org/publicdomain/mark/1.0/',
          sourceUrl: 'https://www.rijksmuseum.nl/en/collection/SK-A-1115',
        },
      },
    ],
    { kind: 'gone', id: 'SK-A-0000' },
  ]);
  expect(museums().asked).toEqual([`${oai}?verb=ListRecords&metadataPrefix=edm&set=261208`]);
});

test('A search lists ids, and the next page is where the answer says', async () => {
  museums().at('https://data.rijksmuseum.nl/search/collection', fixture('rijksmuseum-search.json'));
  const choice = { openOnly: true, type: 'painting', query: 'creator:Rembrandt van Rijn' };
  const page = await rijksmuseum.list(choice, null, museums().client());
  expect(page.items).toEqual([
    { kind: 'reference', id: 'https://id.rijksmuseum.nl/200100988' },
    { kind: 'reference', id: 'https://id.rijksmuseum.nl/200104600' },
  ]);
  await rijksmuseum.list(choice, page.next, museums().client());
  expect(museums().asked).toEqual([
    'https://data.rijksmuseum.nl/search/collection?imageAvailable=true&type=painting&creator=Rembrandt+van+Rijn',
    page.next,
  ]);
});

test('What is known of a work is Linked Art; its picture and the rights in that are EDM', async () => {
  museums().at('https://id.rijksmuseum.nl/200117708', fixture('rijksmuseum-200117708.json'));
  museums().at(
    `${oai}?verb=GetRecord`,
    fixture('rijksmuseum-oai.xml').replaceAll('ListRecords', 'GetRecord'),
  );
  const id = 'https://id.rijksmuseum.nl/200117708';
  const result = await rijksmuseum.read?.(id, museums().client(), null);
  if (result?.kind !== 'read') throw new Error('It was not read');
  expect(known(result.item)).toEqual({
    id: 'https://id.rijksmuseum.nl/200117708',
    pictureUrl: 'https://iiif.micr.io/PJEZO/full/!2048,2048/0/default.jpg',
    details: {
      titles: [
        { text: 'Three Scribes', language: 'en' },
        { text: 'Drie schriftgeleerden onder een gordijn', language: 'nl' },
      ],
      makers: [
        { name: 'Rembrandt van Rijn', role: 'draftsman (artist)', wikidataId: 'Q5598', ulanId: '500011051' },
      ],
      dateText: 'c. 1628 - c. 1629',
      medium: 'pen and brown ink, with brown wash and opaque white',
      dimensionsText: 'height 226 mm x width 176 mm',
      heightCm: 22.6,
      widthCm: 17.6,
      objectKind: 'drawing',
      placeMade: 'Leiden',
      collection: 'Rijksmuseum',
      accessionNumber: 'RP-T-1930-54(V)',
      creditLine: 'Gift of C. Hofstede de Groot, The Hague',
      rights: 'http://creativecommons.org/publicdomain/mark/1.0/',
      sourceUrl: 'https://www.rijksmuseum.nl/en/collection/SK-C-5',
      technique: 'pen, brush',
    },
  });
  expect(await rijksmuseum.read?.(id, museums().client(), result.validators)).toEqual({ kind: 'unchanged' });
});
