import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { inRequest, someRequest } from '@/tests/support/some-request';
import { folderStore } from './folder-store';
import { type ImageStore } from './image-store';
import { rendition } from './rendition';
import { readPicture } from './safe-picture';

let root: string;
let store: ImageStore;
let writes: string[];

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'gafu-images-'));
  const folder = folderStore(root);
  writes = [];
  store = {
    ...folder,
    put: (key, bytes) => {
      writes.push(key);
      return folder.put(key, bytes);
    },
  };
});
afterEach(() => rm(root, { recursive: true }));

async function storePicture(width: number, height: number): Promise<string> {
  const picture = sharp({ create: { width, height, channels: 3, background: '#336699' } });
  const { key, bytes } = await readPicture(await picture.png().toBuffer());
  await store.put(key, bytes);
  return key;
}

test('A rendition is a WebP of the width asked for, never wider than the original', async () => {
  const key = await storePicture(1000, 500);
  const sizes = await Promise.all(
    ([320, 640, 1280] as const).map(async (width) =>
      sharp((await rendition(key, width, store)) ?? '').metadata(),
    ),
  );
  expect(sizes.map(({ format, width, height }) => [format, width, height])).toEqual([
    ['webp', 320, 160],
    ['webp', 640, 320],
    ['webp', 1000, 500],
  ]);
});

test.each([
  ['a handscroll is at least 128 pixels high', 12_000, 300, 320, 5120, 128],
  ['a scroll that hangs is as wide as asked for', 400, 12_000, 320, 320, 9600],
  ['a WebP has sides of 16,383 pixels at most', 400, 24_000, 320, 273, 16_383],
])('A rendition of %s', async (_what, width, height, wanted, renderedWidth, renderedHeight) => {
  const key = await storePicture(width, height);
  const { width: ownWidth, height: ownHeight } = await sharp(
    (await rendition(key, wanted as 320, store)) ?? '',
  ).metadata();
  expect([ownWidth, ownHeight]).toEqual([renderedWidth, renderedHeight]);
});

test('Twenty who ask at once share one making, and later ones get the kept copy', async () => {
  const key = await storePicture(1000, 500);
  writes = [];
  const all = await Promise.all(Array.from({ length: 20 }, () => rendition(key, 640, store)));
  expect(new Set(all.map((bytes) => bytes?.toString('base64'))).size).toBe(1);
  await rendition(key, 640, store);
  expect(writes).toEqual([`${key}-640.webp`]);
});

test('There is no rendition of a picture that is not there', async () => {
  expect(await rendition('0'.repeat(64), 320, store)).toBeNull();
});

test('A rendition that several wait for is made even if the first of them hangs up', async () => {
  const key = await storePicture(600, 300);
  const made = await inRequest(
    () => rendition(key, 320, store),
    someRequest({ closed: AbortSignal.abort() }),
  );
  expect(made).not.toBeNull();
});
