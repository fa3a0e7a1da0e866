import { parseArtworkDetails } from './details';

const unknown = {
  makers: [],
  movements: [],
  genres: [],
  subjects: [],
  dateText: null,
  year: null,
  medium: null,
  technique: null,
  dimensionsText: null,
  heightCm: null,
  widthCm: null,
  objectKind: null,
  collection: null,
  accessionNumber: null,
  creditLine: null,
  rights: null,
  rightsUrl: null,
  sourceUrl: null,
  descriptions: [],
  altTexts: [],
  placeMade: null,
};

test('Only a title is needed; blank, null and absent all mean unknown', () => {
  const given = { title: ' The  Great\tWave ', artist: '  ', movement: null, heightCm: '', subject: ' ; ' };
  expect(parseArtworkDetails(given)).toEqual({
    ...unknown,
    titles: [{ text: 'The Great Wave', language: null }],
  });
});

test('A field has several values by semicolons, or as a list', () => {
  const said = { movements: ['Ukiyo-e', 'Edo'], subjects: ['Sea', 'Boat'] };
  expect(
    parseArtworkDetails({ title: 'x', movement: 'Ukiyo-e; Edo;', subject: 'Sea;Boat;Sea' }),
  ).toMatchObject(said);
  expect(
    parseArtworkDetails({ title: 'x', movements: ['Ukiyo-e', 'Edo'], subject: ['Sea', 'Boat'] }),
  ).toMatchObject(said);
});

test('Makers are names, or records with role, qualifier and identifiers', () => {
  const { makers } = parseArtworkDetails({
    title: 'x',
    makers: [
      'Hokusai',
      { name: 'Nishimuraya Yohachi', role: 'publisher', qualifier: 'Attributed to', wikidataId: 'Q5586' },
    ],
  });
  expect(makers).toMatchObject([
    { name: 'Hokusai', role: null, qualifier: null },
    { name: 'Nishimuraya Yohachi', role: 'publisher', qualifier: 'attributed-to', wikidataId: 'Q5586' },
  ]);
  expect(parseArtworkDetails({ title: 'x', artist: 'Ada; Bea' }).makers.map(({ name }) => name)).toEqual([
    'Ada',
    'Bea',
  ]);
});

test('Titles and descriptions have languages', () => {
  const titles = [
    { text: '神奈川沖浪裏', language: 'ja' },
    { text: 'The Great Wave', language: 'en' },
  ];
  expect(parseArtworkDetails({ titles }).titles).toEqual(titles);
  expect(() => parseArtworkDetails({ titles: [{ text: 'x', language: 'Japanese!' }] })).toThrow(
    /language must be a language tag/,
  );
});

test('Rights have a label and an address, whichever is given', () => {
  const cc0 = { rights: 'CC0 1.0', rightsUrl: 'https://creativecommons.org/publicdomain/zero/1.0/' };
  expect(parseArtworkDetails({ title: 'x', rights: 'CC0' })).toMatchObject(cc0);
  expect(parseArtworkDetails({ title: 'x', rights: cc0.rightsUrl })).toMatchObject(cc0);
  expect(parseArtworkDetails({ title: 'x', rightsUrl: cc0.rightsUrl })).toMatchObject(cc0);
  expect(parseArtworkDetails({ title: 'x', rights: '© Ada' })).toMatchObject({
    rights: '© Ada',
    rightsUrl: null,
  });
});

test('A source is a page, or else a collection', () => {
  const page = 'https://example.org/1';
  expect(parseArtworkDetails({ title: 'x', source: page })).toMatchObject({
    sourceUrl: page,
    collection: null,
  });
  expect(parseArtworkDetails({ title: 'x', source: 'Town museum' })).toMatchObject({
    sourceUrl: null,
    collection: 'Town museum',
  });
});

test('Sizes are centimetres', () => {
  expect(parseArtworkDetails({ title: 'x', heightCm: '73,5', widthCm: 92.1 })).toMatchObject({
    heightCm: 73.5,
    widthCm: 92.1,
  });
});

test('The year is read from the date, unless it is given', () => {
  expect(parseArtworkDetails({ title: 'x', dateText: '1830–32' })).toMatchObject({
    year: 1830,
    dateText: '1830–32',
  });
  expect(parseArtworkDetails({ title: 'x', dateText: '1830–32', year: '1831' })).toMatchObject({
    year: 1831,
  });
  expect(parseArtworkDetails({ title: 'x', dateText: 'A.H. 1015/A.D. 1606' })).toMatchObject({ year: 1606 });
  expect(parseArtworkDetails({ title: 'x', dateText: 'before 1850' })).toMatchObject({ year: 1850 });
  expect(parseArtworkDetails({ title: 'x', dateText: 'undated' })).toMatchObject({ year: null });
  expect(parseArtworkDetails({ title: 'x', year: -500 })).toMatchObject({ year: -500, dateText: null });
});

test('A description keeps its paragraphs', () => {
  const { descriptions } = parseArtworkDetails({
    title: 'x',
    description: ' One \r\n\r\n\r\n\r\n two\u0000 three ',
  });
  expect(descriptions[0]?.text).toBe('One\n\ntwo three');
});

test('Every bad field is named at once, with what is allowed', () => {
  const bad = () =>
    parseArtworkDetails({
      title: ' ',
      artist: 'x'.repeat(201),
      year: 'soon',
      medium: 7,
      heightCm: 'tall',
      source: ['x'],
      makers: [{ name: 'Ada', qualifier: 'near' }],
    });
  for (const reason of [
    /title is missing/,
    /qualifier must be one of attributed-to/,
    /medium must be text/,
    /year must be a whole year/,
    /heightCm must be centimetres/,
    /source must be text/,
  ])
    expect(bad).toThrow(reason);
  expect(() => parseArtworkDetails({ title: 'x', artist: 'x'.repeat(201) })).toThrow(
    /artist.* may have at most 200 characters/,
  );
});

test('What is no object is refused', () => {
  expect(() => parseArtworkDetails('title')).toThrow(/cannot be used/);
});
