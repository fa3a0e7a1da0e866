import { fixture, known, useMuseums } from '@/tests/support/museums';
import { oai } from '../sources/oai';
import { edmRecord } from './edm';
import { lidoRecord } from './lido';
import { parseXml } from './xml';

const museums = useMuseums();
const address = 'https://museum.example/oai';
const list = (choice: object = {}, cursor: string | null = null) =>
  oai.list({ openOnly: true, address, ...choice }, cursor, museums().client());
const envelope = (content: string) => `<?xml version="1.0"?>
<oai:OAI-PMH xmlns:oai="http://www.openarchives.org/OAI/2.0/">${content}</oai:OAI-PMH>`;
const record = (metadata: string) =>
  `<oai:record><oai:header><oai:identifier>oai:m:1</oai:identifier></oai:header><oai:metadata>${metadata}</oai:metadata></oai:record>`;

test('A record of Europeana, whose words are in a proxy, is read field by field', () => {
  expect(known(edmRecord('1', parseXml(fixture('europeana-edm.xml'))))).toEqual({
    id: '1',
    pictureUrl:
      'https://lh3.ggpht.com/V4jYDrlLI8WiHjv_t44wKSqXHRGWVEQojx0__oXyP-_3ZtvdbU_YE11LswS9h0At8JvPqNxBZ6n8atRYmqiVtEj4nQ=s0',
    details: {
      titles: [{ text: 'Beurs van beschilderd creme-wit fluweel, met gouden beugel', language: 'nl' }],
      dateText: 'second quarter 19th century',
      medium: 'velvet (fabric weave), oil paint (paint)',
      objectKind: 'beurs',
      collection: 'Rijksmuseum',
      accessionNumber: 'BK-1978-399',
      rights: 'http://creativecommons.org/publicdomain/mark/1.0/',
      sourceUrl: 'http://hdl.handle.net/10934/RM0001.COLLECT.12801',
    },
  });
});

// The recorded records have no picture, so each is given one.
const picture = `<lido:resourceWrap><lido:resourceSet>
  <lido:resourceRepresentation><lido:linkResource>https://museum.example/iiif/1/full/full/0/default.jpg</lido:linkResource></lido:resourceRepresentation>
  <lido:rightsResource><lido:rightsType><lido:conceptID>https://creativecommons.org/publicdomain/zero/1.0/</lido:conceptID></lido:rightsType></lido:rightsResource>
</lido:resourceSet></lido:resourceWrap>`;
const lido = (name: string) => parseXml(fixture(`lido-${name}.xml`).replace('<!-- PICTURE -->', picture));

test('Records in LIDO are read field by field; years of life are no dates of the work', () => {
  const shared = {
    pictureUrl: 'https://museum.example/iiif/1/full/!2048,2048/0/default.jpg',
    rights: 'https://creativecommons.org/publicdomain/zero/1.0/',
    objectKind: 'schilderingen',
  };
  const { pictureUrl, ...details } = shared;
  expect(known(lidoRecord('1', lido('msk-gent')))).toEqual({
    id: '1',
    pictureUrl,
    details: {
      ...details,
      titles: [{ text: 'Steegje in Nieuwpoort', language: 'nl' }],
      makers: [{ name: 'Maurice Sys', birthYear: 1880, deathYear: 1972 }],
      subjects: ['dorpsgezichten'],
      dateText: '20ste eeuw',
      heightCm: 26.9,
      widthCm: 20.2,
      placeMade: 'West-Vlaanderen (provincie)',
      collection: 'Museum voor Schone Kunsten Gent',
      accessionNumber: '1914-IJ',
    },
  });
  expect(known(lidoRecord('2', lido('kmska')))).toEqual({
    id: '2',
    pictureUrl,
    details: {
      ...details,
      titles: [{ text: 'Oorlogsschip "De Jacob" voor anker', language: 'nl' }],
      makers: [{ name: 'Ludolf Backhuysen', role: 'schilder' }],
      subjects: ['Zeegezichten'],
      dateText: '17de eeuw',
      medium: 'olieverf op doek',
      collection: 'KMSKA',
      accessionNumber: '7',
    },
  });
  // No recorded record has sizes and a credit line: the facts are those of a record of Cleveland.
  expect(known(lidoRecord('3', lido('measured')))).toEqual({
    id: '3',
    pictureUrl,
    details: {
      rights: shared.rights,
      titles: [{ text: 'View of Schroon Mountain, Essex County, New York, After a Storm', language: 'en' }],
      makers: [{ name: 'Thomas Cole', role: 'artist', birthYear: 1801, deathYear: 1848 }],
      dateText: '1838',
      medium: 'oil on canvas',
      dimensionsText: '99.8 x 160.6 cm (39 5/16 x 63 1/4 in.)',
      heightCm: 99.8,
      widthCm: 160.6,
      objectKind: 'Painting',
      collection: 'The Cleveland Museum of Art',
      accessionNumber: '1335.1917',
      creditLine: 'Hinman B. Hurlbut Collection',
      sourceUrl: 'https://clevelandart.org/art/1335.1917',
    },
  });
  expect(lidoRecord('4', parseXml(fixture('lido-kmska.xml')))).toEqual({
    kind: 'unusable',
    id: '4',
    reason: 'it has no picture',
  });
});

// In the words and with the addresses of the profile of Finna, the Finnish museums' search.
test('LIDO names events, rights and kinds of picture by address, in any language', () => {
  const representation = (type: string, file: string) =>
    `<lido:resourceRepresentation lido:type="${type}"><lido:linkResource>https://museum.example/${file}</lido:linkResource></lido:resourceRepresentation>`;
  const measure = (type: string, value: number) =>
    `<lido:measurementsSet><lido:measurementType><lido:term xml:lang="fi">${type}</lido:term></lido:measurementType><lido:measurementUnit><lido:term>cm</lido:term></lido:measurementUnit><lido:measurementValue>${value}</lido:measurementValue></lido:measurementsSet>`;
  const event = (concept: string, term: string, actor: string) =>
    `<lido:eventSet><lido:event><lido:eventType><skos:Concept rdf:about="http://terminology.lido-schema.org/${concept}"/><lido:term xml:lang="fi">${term}</lido:term></lido:eventType>
      <lido:eventActor><lido:actorInRole><lido:actor><lido:nameActorSet><lido:appellationValue>${actor}</lido:appellationValue></lido:nameActorSet></lido:actor></lido:actorInRole></lido:eventActor></lido:event></lido:eventSet>`;
  const finnish =
    parseXml(`<lido:lido xmlns:lido="http://www.lido-schema.org" xmlns:skos="http://www.w3.org/2004/02/skos/core#" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <lido:titleSet><lido:appellationValue xml:lang="fi">Leikkiviä poikia rannalla</lido:appellationValue></lido:titleSet>
    <lido:objectMeasurements>${measure('korkeus', 53.5)}${measure('leveys', 107)}</lido:objectMeasurements>
    ${event('lido00001', 'hankinta', 'Ateneum')}${event('lido00007', 'maalaus', 'Edelfelt, Albert')}
    <lido:resourceSet>${representation('provided_text', 'pages.pdf')}<lido:rightsResource><lido:rightsType><lido:term>In Copyright</lido:term></lido:rightsType></lido:rightsResource></lido:resourceSet>
    <lido:resourceSet>${representation('image_thumb', 'small.jpg')}${representation('audio_master', 'talk.mp3')}${representation('image_large', 'large.jpg')}${representation('image_original', 'whole.jpg')}
      <lido:rightsResource><lido:rightsType><skos:Concept rdf:about="https://creativecommons.org/publicdomain/zero/1.0/"/><lido:term>CC0</lido:term></lido:rightsType></lido:rightsResource></lido:resourceSet></lido:lido>`);
  expect(known(lidoRecord('5', finnish))).toEqual({
    id: '5',
    pictureUrl: 'https://museum.example/whole.jpg',
    details: {
      titles: [{ text: 'Leikkiviä poikia rannalla', language: 'fi' }],
      makers: [{ name: 'Albert Edelfelt' }],
      heightCm: 53.5,
      widthCm: 107,
      rights: 'https://creativecommons.org/publicdomain/zero/1.0/',
    },
  });
});

test('Dublin Core has no field for a picture: the address that can only be one is taken', async () => {
  const dc = (more: string) =>
    record(`<d:dc xmlns:d="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <dc:title xml:lang="en">The Milkmaid</dc:title><dc:creator>Vermeer, Johannes</dc:creator><dc:date>1660</dc:date>
      <dc:identifier>SK-A-2344</dc:identifier><dc:rights>http://creativecommons.org/publicdomain/mark/1.0/</dc:rights>${more}</d:dc>`);
  museums().at(
    address,
    envelope(
      `<oai:ListRecords>${dc('<dc:relation>https://iiif.micr.io/QkOGy/full/max/0/default.jpg</dc:relation>')}${dc('<dc:identifier>https://museum.example/page</dc:identifier>')}</oai:ListRecords>`,
    ),
  );
  const { items } = await list();
  expect(items.map(known)).toEqual([
    {
      id: 'oai:m:1',
      pictureUrl: 'https://iiif.micr.io/QkOGy/full/!2048,2048/0/default.jpg',
      details: {
        titles: [{ text: 'The Milkmaid', language: 'en' }],
        makers: [{ name: 'Johannes Vermeer' }],
        dateText: '1660',
        accessionNumber: 'SK-A-2344',
        rights: 'http://creativecommons.org/publicdomain/mark/1.0/',
      },
    },
    { kind: 'unusable', id: 'oai:m:1', reason: 'it has no picture' },
  ]);
});

test('A resumption token stands alone, and an empty one ends the list', async () => {
  museums().at(
    address,
    envelope(
      '<oai:ListRecords><oai:resumptionToken completeListSize="171">a|b &amp; c</oai:resumptionToken></oai:ListRecords>',
    ),
  );
  const first = await list({ prefix: 'edm', set: 's' });
  expect(first).toMatchObject({ next: 'a|b & c', total: 171 });
  museums().at(
    address,
    envelope('<oai:ListRecords><oai:resumptionToken completeListSize="171" cursor="1"/></oai:ListRecords>'),
  );
  expect((await list({ prefix: 'edm', set: 's' }, first.next)).next).toBeNull();
  expect(museums().asked.at(-1)).toBe(`${address}?verb=ListRecords&resumptionToken=a%7Cb+%26+c`);
});

test.each([
  ['noRecordsMatch', 200, null],
  ['cannotDisseminateFormat', 200, /Choose another form of the records/],
  ['badResumptionToken', 422, /begin the import again/],
  ['badArgument', 400, /answers "No" \(badArgument\)/],
])('The error %s, sent with status %i', async (code, status, expected) => {
  museums().at(address, (_request, response) =>
    response
      .writeHead(status, { 'content-type': 'text/xml' })
      .end(envelope(`<oai:error code="${code}">No</oai:error>`)),
  );
  if (expected === null) expect(await list()).toEqual({ items: [], next: null, total: 0 });
  else await expect(list()).rejects.toThrow(expected);
});

test.each([
  ['a web page', '<!DOCTYPE html><html></html>', /answered with a web page instead of XML/],
  ['another XML', '<rss/>', /does not answer in OAI-PMH/],
  ['broken XML', '<a><b></a>', /something that is not XML/],
])('An answer that is %s is said to be that', async (_name, body, message) => {
  museums().at(address, body);
  await expect(list()).rejects.toThrow(message);
});
