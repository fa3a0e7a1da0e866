import { canonicalPath, parseImageRequest, type ImageApiVersion } from './image-request';

const picture = { width: 1000, height: 600 };

function ask(path: string, version: ImageApiVersion = 3, of = picture) {
  const [region = '', size = '', rotation = '', file = ''] = path.split('/');
  return parseImageRequest(version, { region, size, rotation, file }, of);
}

test.each([
  ['full', { left: 0, top: 0, width: 1000, height: 600 }],
  ['square', { left: 200, top: 0, width: 600, height: 600 }],
  ['10,20,300,400', { left: 10, top: 20, width: 300, height: 400 }],
  ['900,500,300,400', { left: 900, top: 500, width: 100, height: 100 }],
  ['pct:10,50,25.5,100', { left: 100, top: 300, width: 255, height: 300 }],
])('the region %s is cut at the edges of the picture', (region, expected) => {
  expect(ask(`${region}/max/0/default.jpg`).region).toEqual(expected);
});

test.each([
  ['max', 3, { width: 1000, height: 600 }],
  ['full', 2, { width: 1000, height: 600 }],
  ['500,', 3, { width: 500, height: 300 }],
  [',150', 3, { width: 250, height: 150 }],
  ['pct:33.3', 3, { width: 333, height: 200 }],
  ['100,500', 3, { width: 100, height: 500 }],
  ['!300,300', 3, { width: 300, height: 180 }],
  ['^500,', 3, { width: 500, height: 300 }],
  ['!3000,3000', 2, { width: 1000, height: 600 }],
] as const)('the size %s of version %i', (size, version, expected) => {
  expect(ask(`full/${size}/0/default.jpg`, version).size).toEqual(expected);
});

test('a picture beyond the limits is made smaller for "max", and refused if its size is named', () => {
  const scroll = { width: 65_000, height: 512 };
  expect(ask('full/max/0/default.jpg', 3, scroll).size).toEqual({ width: 8192, height: 65 });
  expect(() => ask('full/20000,/0/default.jpg', 3, scroll)).toThrow(/at most 8192 pixels on a side/);
});

test.each([
  '1000,0,10,10/max/0/default.jpg',
  '0,0,0,10/max/0/default.jpg',
  'pct:101,0,10,10/max/0/default.jpg',
  '-1,0,10,10/max/0/default.jpg',
  'full/full/0/default.jpg',
  'full/,/0/default.jpg',
  'full/0,/0/default.jpg',
  'full/!0,10/0/default.jpg',
  'full/!10,/0/default.jpg',
  'full/pct:0/0/default.jpg',
  'full/pct:200/0/default.jpg',
  'full/1001,/0/default.jpg',
  'full/^2000,/0/default.jpg',
  'full/!3000,3000/0/default.jpg',
  'full/max/45/default.jpg',
  'full/max/-90/default.jpg',
  'full/max/0/native.jpg',
  'full/max/0/default.gif',
  'full/max/0/default',
  'full/max/0/constructor.jpg',
])('%s is refused with what is allowed', (path) => {
  expect(() => ask(path)).toThrow(/allowed is/);
});

test('mirrored and turned', () => {
  expect(ask('full/max/!270/gray.png')).toMatchObject({
    isMirrored: true,
    degrees: 270,
    quality: 'gray',
    format: 'png',
  });
  expect(ask('full/max/360/default.jpg').degrees).toBe(0);
});

test('one address for all ways to ask for the same', () => {
  const path = (from: string, version: ImageApiVersion) =>
    canonicalPath(version, ask(from, version), picture);
  expect(path('0,0,1000,600/1000,600/360/default.jpg', 3)).toBe('full/max/0/default.jpg');
  expect(path('pct:0,0,50,50/pct:50/0/default.jpg', 3)).toBe('0,0,500,300/250,150/0/default.jpg');
  expect(path('full/max/0/default.jpg', 2)).toBe('full/full/0/default.jpg');
  expect(path('full/500,300/!90/default.webp', 2)).toBe('full/500,/!90/default.webp');
});
