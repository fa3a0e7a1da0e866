import { fixture, known, sends, useMuseums } from '@/tests/support/museums';
import { met } from './met';

const museums = useMuseums();
const api = 'https://collectionapi.metmuseum.org/public/collection/v1';
const read = (id: string) => met.read?.(id, museums().client(), null);

test('Works are read field by field', async () => {
  const ids = ['45734', '47533', '435658'];
  for (const id of ids) museums().at(`${api}/objects/${id}`, fixture(`met-${id}.json`));
  const results = await Promise.all(ids.map(read));
  const items = results.flatMap((result) => (result?.kind === 'read' ? [result.item] : []));
  expect(items.map(known)).toEqual([
    {
      id: '45734',
      pictureUrl: 'https://images.metmuseum.org/CRDImages/as/web-large/DP251139.jpg',
      details: {
        titles: [{ text: 'Quail and Millet', language: 'en' }],
        makers: [
          {
            name: 'Kiyohara Yukinobu',
            nationality: 'Japanese',
            birthYear: 1643,
            deathYear: 1682,
            role: 'Artist',
            wikidataId: 'Q11560527',
            ulanId: '500034433',
          },
        ],
        subjects: ['Birds', 'Leaves'],
        dateText: 'late 17th century',
        medium: 'Hanging scroll; ink and color on silk',
        dimensionsText: '46 5/8 x 18 3/4 in. (118.4 x 47.6 cm)',
        heightCm: 118.4,
        widthCm: 47.6,
        objectKind: 'Hanging scroll',
        placeMade: 'Japan',
        collection: 'Metropolitan Museum of Art, New York, NY',
        accessionNumber: '36.100.45',
        creditLine: 'The Howard Mansfield Collection, Purchase, Rogers Fund, 1936',
        rights: 'https://creativecommons.org/publicdomain/zero/1.0/',
        sourceUrl: 'https://www.metmuseum.org/art/collection/search/45734',
      },
    },
    {
      id: '47533',
      pictureUrl: 'https://images.metmuseum.org/CRDImages/as/web-large/79_2_414b_S1_sf.jpg',
      details: {
        titles: [{ text: 'Cover', language: 'en' }],
        dateText: '1662–1722',
        medium: 'Porcelain painted in underglaze blue',
        dimensionsText: 'H. 1 1/8 in. (2.9 cm); Diam. 1 1/8 in. (2.9 cm)',
        objectKind: 'Cover',
        placeMade: 'China',
        collection: 'Metropolitan Museum of Art, New York, NY',
        accessionNumber: '79.2.414b',
        creditLine: 'Purchase by subscription, 1879',
        rights: 'https://creativecommons.org/publicdomain/zero/1.0/',
        sourceUrl: 'https://www.metmuseum.org/art/collection/search/47533',
      },
    },
    {
      id: '435658',
      pictureUrl: 'https://images.metmuseum.org/CRDImages/ep/web-large/DP-26882-001.jpg',
      details: {
        titles: [{ text: 'Madonna and Child', language: 'en' }],
        makers: [{ name: 'Berlinghiero' }],
        dateText: 'possibly 1230s',
        collection: 'The Metropolitan Museum of Art',
        rights: 'https://creativecommons.org/publicdomain/zero/1.0/',
        sourceUrl: 'https://www.metmuseum.org/art/collection/search/435658',
      },
    },
  ]);
});

test('A list is cut into pages of a hundred ids', async () => {
  museums().at(`${api}/search`, {
    total: 150,
    objectIDs: Array.from({ length: 150 }, (_, index) => index + 1),
  });
  const choice = { openOnly: true, query: 'sunflowers' };
  const first = await met.list(choice, null, museums().client());
  const second = await met.list(choice, first.next, museums().client());
  expect(first).toMatchObject({ total: 150, next: '100', items: { length: 100 } });
  expect(second.items.at(-1)).toEqual({ kind: 'reference', id: '150' });
  expect(second.next).toBeNull();
  expect(museums().asked[0]).toBe(`${api}/search?hasImages=true&q=sunflowers`);
});

test('A department is found by its name, and one that does not exist is answered with those that do', async () => {
  museums().at(`${api}/departments`, {
    departments: [{ departmentId: 11, displayName: 'European Paintings' }],
  });
  museums().at(`${api}/objects?departmentIds=11`, { total: 1, objectIDs: [435658] });
  const list = (department: string) => met.list({ openOnly: true, department }, null, museums().client());
  expect((await list('european paintings')).items).toEqual([{ kind: 'reference', id: '435658' }]);
  await expect(list('Cartoons')).rejects.toThrow(
    'There is no department "Cartoons". There are: European Paintings.',
  );
});

test('A search that finds nothing is an empty list, a work that is gone is said to be, and one that has not changed is not read', async () => {
  museums().at(`${api}/search`, { total: 0, objectIDs: null });
  const empty = await met.list({ openOnly: true, query: 'x' }, null, museums().client());
  expect(empty).toEqual({ items: [], next: null, total: 0 });
  expect(await read('404404')).toMatchObject({ item: { kind: 'gone', id: '404404' } });
  museums().at(`${api}/objects/1`, sends('{}', { etag: '"one"' }));
  const first = await read('1');
  if (first?.kind !== 'read') throw new Error('It was not read');
  expect(first.item).toMatchObject({ kind: 'unusable', reason: expect.stringContaining('objectID') });
});
