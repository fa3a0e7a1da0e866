import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { forgetSingleton } from '@/lib/platform/process-singleton';
import { known, useMuseums } from '@/tests/support/museums';
import { nga } from './nga';

const museums = useMuseums();
const tables = 'https://raw.githubusercontent.com/NationalGalleryOfArt/opendata/main/data';
const objects = `objectid,uuid,accessioned,accessionnum,title,displaydate,beginyear,endyear,medium,dimensions,attribution,creditline,classification
5,,1,1937.1.5,The Madonna of Humility,c. 1430,1430,1430,,,Fra Angelico,,Painting
433,,1,,Madonna and Child,c. 1440,1440,1440,,,Fra Filippo Lippi,,Painting
50724,,1,,Ginevra de' Benci [obverse],c. 1474/1478,1474,1478,,,Leonardo da Vinci,,Painting
7,,1,,Not open,1950,1950,1950,,,Attributed to Nobody,,Painting
`;
const pictures = `uuid,iiifurl,iiifthumburl,viewtype,sequence,width,height,maxpixels,openaccess,created,modified,depictstmsobjectid,assistivetext
a,https://api.nga.gov/iiif/e64daf38-38e8-4d0c-acb2-8ff370cc188c,"https://api.nga.gov/x/full/!200,200/0/default.jpg",primary,0,3000,4000,,1,,,5,
b,https://api.nga.gov/iiif/2b5b0121-85d6-4c8e-9752-a83fb70d7995,,primary,0,,,,1,,,433,
c,https://api.nga.gov/iiif/8f29e3c9-a289-4d53-abf0-31a66e9e98fa,,primary,0,3844,4000,640,1,,,50724,"A young woman, seen from the chest up"
d,https://api.nga.gov/iiif/d,,alternate,1,,,,1,,,5,
e,https://api.nga.gov/iiif/e,,primary,0,,,,0,,,7,
`;
const terms = `termid,objectid,termtype,term,visualbrowsertheme,visualbrowserstyle
1,50724,Style,Renaissance,,Renaissance
2,50724,School,Florentine,,
3,50724,Theme,portrait,portrait,
`;

let dataDir: string;
beforeAll(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'gafu-nga-'));
  process.env.GAFU_DATA_DIR = dataDir;
  forgetSingleton('settings');
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const details = { collection: 'National Gallery of Art, Washington', objectKind: 'Painting', rights: 'CC0' };

test('Objects, their open pictures and their terms are joined, field by field', async () => {
  museums().at(`${tables}/objects.csv`, objects);
  museums().at(`${tables}/published_images.csv`, pictures);
  museums().at(`${tables}/objects_terms.csv`, terms);
  const page = await nga.list({ openOnly: true, type: 'Painting' }, null, museums().client());
  expect(page).toMatchObject({ next: null, total: 3 });
  expect(page.items.map(known)).toEqual([
    {
      id: '5',
      pictureUrl: 'https://api.nga.gov/iiif/e64daf38-38e8-4d0c-acb2-8ff370cc188c/full/1536,/0/default.jpg',
      details: {
        ...details,
        titles: [{ text: 'The Madonna of Humility', language: 'en' }],
        makers: [{ name: 'Fra Angelico' }],
        dateText: 'c. 1430',
        accessionNumber: '1937.1.5',
        sourceUrl: 'https://www.nga.gov/artworks/5',
      },
    },
    {
      id: '433',
      pictureUrl:
        'https://api.nga.gov/iiif/2b5b0121-85d6-4c8e-9752-a83fb70d7995/full/!2048,2048/0/default.jpg',
      details: {
        ...details,
        titles: [{ text: 'Madonna and Child', language: 'en' }],
        makers: [{ name: 'Fra Filippo Lippi' }],
        dateText: 'c. 1440',
        sourceUrl: 'https://www.nga.gov/artworks/433',
      },
    },
    {
      id: '50724',
      // The museum allows 640 pixels of this one.
      pictureUrl: 'https://api.nga.gov/iiif/8f29e3c9-a289-4d53-abf0-31a66e9e98fa/full/615,/0/default.jpg',
      details: {
        ...details,
        titles: [{ text: "Ginevra de' Benci [obverse]", language: 'en' }],
        makers: [{ name: 'Leonardo da Vinci' }],
        movements: ['Renaissance', 'Florentine'],
        subjects: ['portrait'],
        dateText: 'c. 1474/1478',
        sourceUrl: 'https://www.nga.gov/artworks/50724',
        altTexts: [{ text: 'A young woman, seen from the chest up', language: 'en' }],
      },
    },
  ]);
});

test('A table that has not changed is not sent again, and words narrow the list', async () => {
  const page = await nga.list({ openOnly: true, query: 'leonardo' }, null, museums().client());
  expect(page.items.map(({ id }) => id)).toEqual(['50724']);
  expect(museums().asked).toHaveLength(3);
});

test('An old table without the column of open access gives no rights', async () => {
  museums().at(
    `${tables}/published_images.csv`,
    pictures.replace(',openaccess', '').replaceAll(',1,,,', ',,,').replaceAll(',0,,,7', ',,,7'),
  );
  const page = await nga.list({ openOnly: false }, null, museums().client());
  expect(page.items.every((item) => item.kind === 'record' && item.details.rights === null)).toBe(true);
  expect(page.total).toBe(4);
});
