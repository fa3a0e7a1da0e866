import { fixture, known, useMuseums } from '@/tests/support/museums';
import { iiif } from './iiif';

const museums = useMuseums();
const list = (address: string, cursor: string | null = null) =>
  iiif.list({ openOnly: true, address }, cursor, museums().client());

async function worksOf(name: string) {
  museums().at(`https://museum.example/${name}`, fixture(`iiif-${name}.json`));
  return (await list(`https://museum.example/${name}`)).items;
}

test('A manifest of Presentation 2 is read field by field', async () => {
  expect((await worksOf('2-artic')).map(known)).toEqual([
    {
      id: 'https://api.artic.edu/api/v1/artworks/27992/manifest.json',
      pictureUrl: 'https://www.artic.edu/iiif/2/2d484387-2509-5e8e-2c43-22f9981972eb/full/843,/0/default.jpg',
      details: {
        titles: [{ text: 'A Sunday on La Grande Jatte — 1884' }],
        makers: [{ name: 'Georges Seurat', nationality: 'French', birthYear: 1859, deathYear: 1891 }],
        medium: 'Oil on canvas',
        dimensionsText: '207.5 × 308.1 cm (81 3/4 × 121 1/4 in.)',
        heightCm: 207.5,
        widthCm: 308.1,
        collection: 'Art Institute of Chicago',
        accessionNumber: '1926.224',
        creditLine: 'Digital image courtesy of the Art Institute of Chicago.',
        sourceUrl: 'http://www.artic.edu/artworks/27992',
        descriptions: [
          { text: expect.stringMatching(/^In his best-known and largest painting/), language: 'en' },
        ],
      },
    },
  ]);
});

test('A manifest whose canvases are individuals holds several works', async () => {
  expect((await worksOf('2-nga')).map(known)).toEqual([
    {
      id: 'https://media.nga.gov/public/manifests/canvas/106382.json',
      pictureUrl:
        'https://media.nga.gov/iiif/public/objects/1/0/6/3/8/2/106382-primary-0-nativeres.ptif/full/307,/0/default.jpg',
      details: {
        titles: [{ text: 'Self-Portrait' }],
        sourceUrl: 'https://media.nga.gov/public/manifests/canvas/106382.json',
      },
    },
    expect.objectContaining({
      details: expect.objectContaining({ titles: [{ text: 'Flower Beds in Holland' }], dateText: '1883' }),
    }),
    expect.objectContaining({
      details: expect.objectContaining({ titles: [{ text: 'Farmhouse in Provence' }], dateText: '1888' }),
    }),
  ]);
});

test('Manifests of Presentation 3 are read field by field, a licence in the words beside the work too', async () => {
  expect(known((await worksOf('3-bodleian'))[0] ?? { kind: 'gone', id: '' })).toEqual({
    id: 'https://iiif.bodleian.ox.ac.uk/iiif/manifest/33c2e37e-957a-4820-83e1-611c987021c9.json',
    pictureUrl:
      'https://iiif.bodleian.ox.ac.uk/iiif/image/012b1e0f-8c9e-48e7-83d6-5e51a70253b4/full/1690,/0/default.jpg',
    details: {
      titles: [{ text: 'Bodleian Library LP 44', language: 'en' }],
      makers: [{ name: 'Artist unknown', qualifier: 'unknown' }],
      dateText: '1838',
      medium: 'oil on canvas',
      dimensionsText: '550 × 454 mm.',
      heightCm: 55,
      widthCm: 45.4,
      collection: 'Bodleian Libraries, University of Oxford',
      accessionNumber: 'Bodleian Library LP 44',
      creditLine: expect.stringContaining('CC-BY-NC 4.0'),
      rights: 'https://creativecommons.org/licenses/by-nc/4.0/',
      sourceUrl: 'https://digital.bodleian.ox.ac.uk/objects/33c2e37e-957a-4820-83e1-611c987021c9/',
      descriptions: [
        { text: 'Portrait of a woman, called Mary, Queen of Scots (1542–1587)', language: 'en' },
      ],
    },
  });
  expect((await worksOf('3-wellcome'))[0]).toMatchObject({
    // Its service gives 2,670 × 4,412 pixels.
    pictureUrl: 'https://dlcs.io/iiif-img/wellcome/6/b28857021_0001.jp2/full/1239,/0/default.jpg',
    details: { rights: 'https://creativecommons.org/licenses/by/4.0/', collection: 'Wellcome Collection' },
  });
});

test('Collections give the addresses of their manifests, and each is read by itself', async () => {
  expect(await worksOf('2-collection')).toEqual([
    { kind: 'reference', id: 'https://view.nls.uk/manifest/7517/75171407/manifest.json' },
    { kind: 'reference', id: 'https://view.nls.uk/manifest/7517/75171408/manifest.json' },
  ]);
  expect(await worksOf('3-collection')).toHaveLength(2);
  museums().at('https://museum.example/m', fixture('iiif-2-artic.json'));
  const result = await iiif.read?.('https://museum.example/m', museums().client(), null);
  expect(result).toMatchObject({ item: { kind: 'record', id: 'https://museum.example/m' } });
  const gone = await iiif.read?.('https://museum.example/gone', museums().client(), null);
  expect(gone).toMatchObject({ item: { kind: 'gone' } });
});

test('Pages and collections within collections are gone through one after the other, and no page twice in a row', async () => {
  const at = (name: string, rest: object) =>
    museums().at(`https://museum.example/${name}`, { '@type': 'sc:Collection', ...rest });
  at('top', { first: 'https://museum.example/page1' });
  at('page1', {
    next: 'https://museum.example/page2',
    manifests: [{ '@id': 'https://museum.example/m1', '@type': 'sc:Manifest' }],
    collections: [{ '@id': 'https://museum.example/sub', '@type': 'sc:Collection' }],
  });
  at('page2', {
    next: 'https://museum.example/page2',
    manifests: [{ '@id': 'https://museum.example/m2', '@type': 'sc:Manifest' }],
  });
  at('sub', { manifests: [{ '@id': 'https://museum.example/m3', '@type': 'sc:Manifest' }] });
  const found: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await list('https://museum.example/top', cursor);
    found.push(...page.items.map(({ id }) => id.slice(-2)));
    cursor = page.next;
  } while (cursor !== null);
  expect(found).toEqual(['m1', 'm2', 'm3']);
});

test('What is no manifest and no collection is said to be that', async () => {
  museums().at('https://museum.example/info', { type: 'ImageService3' });
  await expect(list('https://museum.example/info')).rejects.toThrow(
    /no IIIF manifest and no collection, but of type "ImageService3"/,
  );
});
