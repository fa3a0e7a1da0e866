import { describedGreatWave, describedUntitled, greatWave } from '@/lib/standards/work.fixture';
import { collection } from './collection';
import { imageInfo } from './image-info';
import { manifest } from './manifest';

const origin = 'https://gafu.test';

test('a manifest names the work, what is to be credited, and its picture by both image services', () => {
  const made = manifest(origin, describedGreatWave);
  const service = `${origin}/iiif/image/3/${greatWave.image.key}`;
  expect(made).toMatchObject({
    id: `${origin}/api/v1/artworks/k3v9q2mwta?as=iiif`,
    label: { ja: ['神奈川沖浪裏'] },
    summary: { en: ['A wave & three boats.'] },
    metadata: [{ label: { en: ['Subject'] }, value: { none: ['Sea', 'Boat'] } }],
    // The registry's own URI, which the context of the Presentation API wants.
    rights: 'http://creativecommons.org/publicdomain/zero/1.0/',
    requiredStatement: {
      label: { en: ['Credit'] },
      value: { none: ['H. O. Havemeyer Collection, 1929, CC0 1.0'] },
    },
    navDate: '1830-01-01T00:00:00Z',
    homepage: [{ id: `${origin}/works/k3v9q2mwta/${encodeURIComponent('神奈川沖浪裏')}` }],
    thumbnail: [{ id: `${service}/full/400,270/0/default.jpg`, width: 400, height: 270 }],
    items: [
      {
        width: 4000,
        height: 2700,
        items: [{ items: [{ motivation: 'painting', body: { service: [{ id: service }, {}] } }] }],
      },
    ],
  });
});

test('what is not known is left out', () => {
  const made = manifest(origin, describedUntitled);
  for (const name of ['summary', 'rights', 'requiredStatement', 'navDate'])
    expect([name, name in made]).toEqual([name, false]);
  expect(made).toMatchObject({ label: { none: ['Untitled'] }, metadata: [] });
});

test('a date before the common era is no navDate', () => {
  const { artwork } = describedGreatWave;
  const made = manifest(origin, { ...describedGreatWave, artwork: { ...artwork, yearFrom: -300 } });
  expect('navDate' in made).toBe(false);
});

test('a collection ends with the page that follows', () => {
  const page = {
    label: 'Works like The Wave',
    works: [describedGreatWave],
    self: '/api/v1/search?as=iiif',
    homepage: '/search',
  };
  const made = collection(origin, { ...page, next: '/api/v1/search?page=2&as=iiif' });
  expect(made['items']).toMatchObject([
    { type: 'Manifest', id: `${origin}/api/v1/artworks/k3v9q2mwta?as=iiif` },
    { type: 'Collection', id: `${origin}/api/v1/search?page=2&as=iiif` },
  ]);
  expect(collection(origin, { ...page, next: null })['items']).toHaveLength(1);
});

test('a picture is announced with its limits, its tiles and the sizes at which it is ready', () => {
  const info = imageInfo(3, `${origin}/iiif/image/3/a`, { width: 4000, height: 2700 });
  expect(info).toMatchObject({
    profile: 'level2',
    maxArea: 16_777_216,
    tiles: [{ width: 512, scaleFactors: [1, 2, 4, 8] }],
  });
  expect((info['sizes'] as object[]).at(-1)).toEqual({ width: 4000, height: 2700 });
  expect((info['sizes'] as object[])[0]).toEqual({ width: 250, height: 169 });
  const scroll = imageInfo(2, `${origin}/iiif/image/2/a`, { width: 65_000, height: 512 });
  expect((scroll['sizes'] as object[]).at(-1)).toEqual({ width: 8125, height: 64 });
});
