import { itemList, visualArtwork, webSite } from './schema-org';
import { describedGreatWave, describedUntitled, greatWave } from './work.fixture';
import { yearText } from './year-text';

const origin = 'https://gafu.test';

test('a work has its makers, its terms and its picture with the licence', () => {
  expect(visualArtwork(origin, describedGreatWave)).toMatchObject({
    '@type': 'VisualArtwork',
    '@id': `${origin}/works/k3v9q2mwta`,
    name: { '@value': '神奈川沖浪裏', '@language': 'ja' },
    creator: [
      {
        '@type': 'Person',
        name: 'Katsushika Hokusai',
        birthDate: '1760',
        sameAs: ['http://www.wikidata.org/entity/Q5586', 'http://vocab.getty.edu/ulan/500060426'],
      },
      { name: 'Nishimuraya Yohachi' },
    ],
    dateCreated: '1830/1832',
    height: { '@type': 'QuantitativeValue', value: 25.7, unitCode: 'CMT' },
    license: 'https://creativecommons.org/publicdomain/zero/1.0/',
    image: {
      '@type': 'ImageObject',
      contentUrl: `${origin}/iiif/image/3/${greatWave.image.key}/full/max/0/default.jpg`,
      license: 'https://creativecommons.org/publicdomain/zero/1.0/',
      acquireLicensePage: expect.stringMatching(/\/works\/k3v9q2mwta\/.*#use$/) as string,
    },
  });
});

test('what is not known is left out', () => {
  const { image, ...made } = visualArtwork(origin, describedUntitled);
  expect(Object.keys(made)).toEqual(['@context', '@type', '@id', 'url', 'name']);
  expect(Object.keys(image as object)).not.toContain('license');
});

test('a list keeps its order, and the site says how it is searched', () => {
  const works = [describedUntitled, describedGreatWave];
  const list = itemList(origin, {
    name: 'Works',
    url: '/browse',
    works: works.map(({ artwork }) => artwork),
  });
  expect(list['itemListElement']).toMatchObject([
    { position: 1, url: `${origin}/works/zzzzzzzzzz/untitled` },
    { position: 2 },
  ]);
  expect(webSite(origin, { name: 'Gafu', summary: 'Finds' })['potentialAction']).toMatchObject({
    target: { urlTemplate: `${origin}/browse?q={words}` },
  });
});

test.each([
  [1830, '1830'],
  [79, '0079'],
  [-44, '-0043'],
  [-1, '0000'],
])('the year %i is %s', (year, text) => expect(yearText(year)).toBe(text));
