import { htmlText } from './html-text';
import { iiifPicture, iiifScaled } from './iiif-picture';
import { lifeFromText, makerFromText, nameInOrder, ulanIdIn, wikidataIdIn } from './maker-text';
import { sizeFromText } from './size-text';
import { dated } from './years-text';

test.each([
  [
    'Thomas Cole (American, 1801-1848)',
    { name: 'Thomas Cole', nationality: 'American', birthYear: 1801, deathYear: 1848, qualifier: null },
  ],
  ['Attributed to Rembrandt van Rijn', { name: 'Rembrandt van Rijn', qualifier: 'attributed-to' }],
  [
    'Workshop of Giovanni Bellini (Italian, c. 1430–1516)',
    { name: 'Giovanni Bellini', qualifier: 'workshop-of', deathYear: 1516 },
  ],
  ['Follower of Hieronymus Bosch', { name: 'Hieronymus Bosch', qualifier: 'follower-of' }],
  ['Style of Guo Xi', { name: 'Guo Xi', qualifier: 'manner-of' }],
  ['After Raphael', { name: 'Raphael', qualifier: 'after' }],
  ['Possibly by Sesshū Tōyō', { name: 'Sesshū Tōyō', qualifier: 'possibly' }],
  ['Anonymous, French', { name: 'Anonymous, French', qualifier: 'unknown' }],
  ['Unidentified artist', { name: 'Unidentified artist', qualifier: 'unknown' }],
  ['Artist: Vincent van Gogh', { name: 'Vincent van Gogh', role: 'artist', qualifier: null }],
  ['Katsushika Hokusai', { name: 'Katsushika Hokusai', qualifier: null, birthYear: null }],
])('The maker "%s"', (text, expected) => {
  expect(makerFromText(text)).toMatchObject(expected);
});

test('Nobody is named by a blank; a name is put in order; ids are the end of an address', () => {
  expect([makerFromText(' '), makerFromText(null)]).toEqual([null, null]);
  expect(['Altdorfer, Albrecht', 'Rembrandt', 'A, B, C'].map(nameInOrder)).toEqual([
    'Albrecht Altdorfer',
    'Rembrandt',
    'A, B, C',
  ]);
  expect(wikidataIdIn('http://www.wikidata.org/entity/Q5598')).toBe('Q5598');
  expect(ulanIdIn('http://vocab.getty.edu/page/ulan/500011051')).toBe('500011051');
  expect([wikidataIdIn('https://example.org/Q1'), ulanIdIn(null)]).toEqual([null, null]);
  expect(lifeFromText('Japanese, born 1943')).toEqual({
    nationality: 'Japanese',
    birthYear: 1943,
    deathYear: null,
  });
});

test.each([
  ['46 5/8 x 18 3/4 in. (118.4 x 47.6 cm)', 118.4, 47.6],
  ['Framed: 132.5 x 193.5 x 13 cm (52 in.); Unframed: 99.8 x 160.6 cm', 99.8, 160.6],
  ['(100.97 x 119.38 x 8.89 cm) (outer frame)\r\n(73.66 x 92.71 cm) (canvas)', 73.66, 92.71],
  ['550 × 454 mm.', 55, 45.4],
  ['1,2 x 0,8 m', 120, 80],
  ['height 226 mm x width 176 mm', null, null],
  ['Overall: 10.2 cm (4 in.)', null, null],
  [null, null, null],
])('The size "%s"', (text, heightCm, widthCm) => {
  expect(sizeFromText(text)).toEqual({ heightCm, widthCm });
});

test('A museum’s words for a date come first; its years are used if those cannot be read', () => {
  expect(dated('c. 1889', 1884, 1894)).toEqual({ dateText: 'c. 1889', year: null });
  expect(dated('in the time of the cholera', 1832, 1849)).toEqual({
    dateText: 'in the time of the cholera',
    year: 1832,
  });
  expect(dated('', 1662, 1722)).toEqual({ dateText: '1662–1722', year: null });
  expect(dated(null, -300, -200)).toEqual({ dateText: '300 BC–200 BC', year: null });
  expect(dated(null, null, 0)).toEqual({ dateText: null, year: null });
});

test('Pictures are asked for at no more than 2,048 pixels, never larger than they are, and as their host can', () => {
  const at = (service: object) => iiifPicture('https://a.example/1/info.json', service).split('/full/')[1];
  expect(at({})).toBe('!2048,2048/0/default.jpg');
  expect(at({ width: 4000, height: 2000 })).toBe('2048,/0/default.jpg');
  expect(at({ width: 2000, height: 4000 })).toBe('1024,/0/default.jpg');
  expect(at({ width: 600, height: 400 })).toBe('600,/0/default.jpg');
  expect(at({ width: 4000, height: 2000, maxWidth: 640 })).toBe('640,/0/default.jpg');
  const sizes = [
    { width: 400, height: 300 },
    { width: 1600, height: 1200 },
    { width: 3200, height: 2400 },
  ];
  expect(at({ isLevel0: true, sizes })).toBe('1600,1200/0/default.jpg');
  expect(iiifScaled('https://a.example/1/full/max/0/default.jpg')).toBe(
    'https://a.example/1/full/!2048,2048/0/default.jpg',
  );
  expect(iiifScaled('https://a.example/1.jpg')).toBe('https://a.example/1.jpg');
});

test('Of markup what a person would read is left', () => {
  expect(
    htmlText(
      '<p>A <em>sea</em> &amp; a <a href="https://x.example">boat</a></p><div style="display: none;">Q1</div>',
    ),
  ).toBe('A sea & a boat');
  expect(htmlText('Georges Seurat\nFrench, 1859-1891')).toBe('Georges Seurat\nFrench, 1859-1891');
  expect([htmlText(''), htmlText(null), htmlText('<br>')]).toEqual([null, null, null]);
});
