import { dublinCoreRecord } from '@/lib/imports/reading/dublin-core';
import { lidoRecord } from '@/lib/imports/reading/lido';
import { linkedArtObject, linkedArtDetails } from '@/lib/imports/reading/linked-art';
import { parseXml } from '@/lib/imports/reading/xml';
import { dublinCore } from './dublin-core';
import { lido } from './lido';
import { linkedArt } from './linked-art';
import { describedGreatWave, describedUntitled, greatWave } from './work.fixture';
import { xmlDocument, type XmlElement } from './xml';

const origin = 'https://gafu.test';
const picture = `${origin}/iiif/image/3/${greatWave.image.key}/full`;
/** As a harvester gets it: inside another element. */
const read = (record: XmlElement) =>
  parseXml(xmlDocument({ name: 'metadata', attributes: {}, children: [record] }));

test('our own import reads a work from its Dublin Core', () => {
  expect(dublinCoreRecord('a', read(dublinCore(origin, describedGreatWave)))).toMatchObject({
    kind: 'record',
    pictureUrl: `${picture}/1024,/0/default.jpg`,
    details: {
      titles: greatWave.titles,
      makers: [{ name: 'Katsushika Hokusai' }, { name: 'Nishimuraya Yohachi' }],
      dateText: '1830–32',
      medium: 'Ink and colour on paper',
      objectKind: 'Woodblock print',
      placeMade: 'Edo, Japan',
      collection: greatWave.collection,
      accessionNumber: 'JP1847',
      rights: greatWave.rightsUrl,
      sourceUrl: `${origin}/works/k3v9q2mwta`,
      descriptions: greatWave.descriptions,
    },
  });
});

test('our own import reads a work from its LIDO record', () => {
  expect(lidoRecord('a', read(lido(origin, describedGreatWave)))).toMatchObject({
    kind: 'record',
    details: {
      titles: greatWave.titles,
      makers: [
        {
          name: 'Katsushika Hokusai',
          role: 'designer',
          qualifier: null,
          birthYear: 1760,
          deathYear: 1849,
          wikidataId: 'Q5586',
          ulanId: '500060426',
        },
        { name: 'Nishimuraya Yohachi', role: 'publisher', qualifier: 'attributed-to' },
      ],
      subjects: ['Sea', 'Boat'],
      dateText: '1830–32',
      dimensionsText: greatWave.dimensionsText,
      heightCm: 25.7,
      widthCm: 37.9,
      objectKind: 'Woodblock print',
      placeMade: 'Edo, Japan',
      collection: greatWave.collection,
      accessionNumber: 'JP1847',
      creditLine: greatWave.creditLine,
      rights: greatWave.rightsUrl,
      sourceUrl: greatWave.sourceUrl,
      descriptions: greatWave.descriptions,
    },
  });
});

test('our own import reads a work from its Linked Art', () => {
  const object = linkedArtObject.parse(JSON.parse(JSON.stringify(linkedArt(origin, describedGreatWave))));
  expect(linkedArtDetails(object)).toMatchObject({
    dateText: '1830–32',
    medium: 'Ink and colour on paper',
    heightCm: 25.7,
    widthCm: 37.9,
    accessionNumber: 'JP1847',
    creditLine: greatWave.creditLine,
  });
});

test('a work of which nothing is known is a record all the same', () => {
  expect(dublinCoreRecord('a', read(dublinCore(origin, describedUntitled)))).toMatchObject({
    kind: 'record',
    details: { titles: [{ text: 'Untitled', language: null }], makers: [] },
  });
  expect(lidoRecord('a', read(lido(origin, describedUntitled)))).toMatchObject({
    kind: 'record',
    details: { titles: [{ text: 'Untitled', language: null }], makers: [], objectKind: 'works of art' },
  });
  expect(linkedArt(origin, describedUntitled)).not.toHaveProperty('produced_by');
});
